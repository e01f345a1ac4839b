@NullMarked
package org.cordon.platform.ids;

import org.jspecify.annotations.NullMarked;
