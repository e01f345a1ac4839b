/**
 * Taking text and metadata out of files, in processes that can be lost. Start with {@link
 * org.cordon.evidence.extraction.Extraction}, which queues the work, and {@link
 * org.cordon.evidence.extraction.WorkerPool}, which keeps the processes.
 *
 * <p>Invariant: no parser runs in the service's own process, and every version ends READY or FAILED
 * with a reason. Allowed dependencies: items, objects, custody, platform.
 */
@NullMarked
package org.cordon.evidence.extraction;

import org.jspecify.annotations.NullMarked;
