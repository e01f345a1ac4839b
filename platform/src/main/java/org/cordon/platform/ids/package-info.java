/** Ids with a type of their own. An id says nothing about what it names but when it was made. */
@NullMarked
package org.cordon.platform.ids;

import org.jspecify.annotations.NullMarked;
