/**
 * Bytes at rest: encrypted under a key of their case, stored in S3, and checked on the way out.
 * Start with {@link org.cordon.evidence.objects.EvidenceStore}; {@link
 * org.cordon.evidence.objects.FingerprintKeys} gives what is kept of words in a form that tells
 * nothing without a case's key.
 *
 * <p>Invariant: no plaintext is written anywhere, and no byte leaves that was not authenticated; a
 * failed check is an {@link org.cordon.platform.problems.IntegrityFailure}. Allowed dependencies:
 * platform.
 */
@NullMarked
package org.cordon.evidence.objects;

import org.jspecify.annotations.NullMarked;
