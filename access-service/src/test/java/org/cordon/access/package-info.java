@NullMarked
package org.cordon.access;

import org.jspecify.annotations.NullMarked;
