/** Cursor paging: {@code ?after=&limit=} and {@code {"items": [], "next": null}}. */
@NullMarked
package org.cordon.platform.paging;

import org.jspecify.annotations.NullMarked;
