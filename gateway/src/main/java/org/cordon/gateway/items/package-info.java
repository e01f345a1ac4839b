/**
 * One item: what it is, its text, its versions, who had it and who has seen it. Start with {@link
 * org.cordon.gateway.items.ItemPage}.
 *
 * <p>Invariant: the page of an item that is walled and of one that never was are the same (rule 2).
 */
@NullMarked
package org.cordon.gateway.items;

import org.jspecify.annotations.NullMarked;
