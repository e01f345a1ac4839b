/**
 * Bytes at rest: encrypted under a key of their case, stored in S3, and checked on the way out.
 * Start with {@link org.cordon.evidence.objects.EvidenceStore}.
 *
 * <p>Invariant: no plaintext is written anywhere, and no byte leaves that was not authenticated; a
 * failed check is an {@link org.cordon.platform.problems.IntegrityFailure}. Allowed dependencies:
 * platform.
 */
@NullMarked
package org.cordon.evidence.objects;

import org.jspecify.annotations.NullMarked;
