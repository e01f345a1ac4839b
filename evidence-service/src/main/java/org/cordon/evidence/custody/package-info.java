/**
 * What has happened to each version since it was received: who, when, how, and its hash then. Start
 * with {@link org.cordon.evidence.custody.Custody}.
 *
 * <p>Invariant: entries are added in the transaction of what they tell of, and never changed. Who
 * read what is not told here but in the ledger of access-service. Allowed dependencies: platform.
 */
@NullMarked
package org.cordon.evidence.custody;

import org.jspecify.annotations.NullMarked;
