@NullMarked
package org.cordon.platform.feed;

import org.jspecify.annotations.NullMarked;
