@NullMarked
package org.cordon.access.filters;

import org.jspecify.annotations.NullMarked;
