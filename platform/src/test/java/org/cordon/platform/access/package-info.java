@NullMarked
package org.cordon.platform.access;

import org.jspecify.annotations.NullMarked;
