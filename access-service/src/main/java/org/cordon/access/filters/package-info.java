/**
 * What a person may find, as a filter for the index. One class: {@code FilterController}. Depends
 * on {@code decisions}, {@code policies} and {@code labels}.
 */
@NullMarked
package org.cordon.access.filters;

import org.jspecify.annotations.NullMarked;
