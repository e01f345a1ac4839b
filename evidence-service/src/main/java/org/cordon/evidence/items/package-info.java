/**
 * Items and their versions: adding them, telling how far they have come, and showing the ones that
 * a person may see. Start with {@link org.cordon.evidence.items.Items} (the rows) and {@link
 * org.cordon.evidence.items.OpenItems} (what a person may see of them).
 *
 * <p>Invariant: an item shows itself as the newest version that the person may find, and otherwise
 * not at all; counts, pages and cursors are made of permitted items only (rule 2). Allowed
 * dependencies: objects, custody, changes, platform.
 */
@NullMarked
package org.cordon.evidence.items;

import org.jspecify.annotations.NullMarked;
