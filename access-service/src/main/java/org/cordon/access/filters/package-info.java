/**
 * What a person may find: as a filter for the index ({@code FilterController}), and as pages of a
 * case's versions for lists ({@code FindableController}). Nothing here is recorded. Depends on
 * {@code decisions}, {@code policies} and {@code labels}.
 */
@NullMarked
package org.cordon.access.filters;

import org.jspecify.annotations.NullMarked;
