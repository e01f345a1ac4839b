@NullMarked
package org.cordon.platform.requests;

import org.jspecify.annotations.NullMarked;
