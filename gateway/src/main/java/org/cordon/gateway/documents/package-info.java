/**
 * The documents of a case: the list, and adding to it. Start with {@link
 * org.cordon.gateway.documents.AddDocumentsPage}.
 *
 * <p>Invariant: a file passes through; it is never whole in memory and never on this machine's
 * disk.
 */
@NullMarked
package org.cordon.gateway.documents;

import org.jspecify.annotations.NullMarked;
