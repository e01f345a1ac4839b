/**
 * Documents coming in. Start with {@link org.cordon.evidence.documents.Documents}.
 *
 * <p>The order of an upload: the decision; a row in {@code arrivals}; the bytes, once, through hash
 * and encryption into S3; the labels, registered with access-service; and one transaction with
 * item, version, custody entry, change, job and the record for the idempotency key, in which the
 * row in {@code arrivals} goes. A rollback or a crash anywhere before that commit leaves an object
 * and perhaps labels that nothing refers to: the row tells which object to remove and which
 * registration to abandon, at once or by the sweep, so that the item's number is free again and no
 * list holds what never came to be. A crash after it leaves a complete version, and a repeated
 * request gets its receipt.
 *
 * <p>Invariant: what is acknowledged is complete and durable; what is refused leaves nothing.
 * Allowed dependencies: items, objects, custody, extraction, platform.
 */
@NullMarked
package org.cordon.evidence.documents;

import org.jspecify.annotations.NullMarked;
