/**
 * The program that opens other people's files: a process of its own, started with nothing but the
 * JDK and Tika on its path and killed when it misbehaves. Start with {@link
 * org.cordon.evidence.extraction.worker.WorkerMain}.
 *
 * <p>Invariant: nothing here may use a class of another package of the product, or know an address
 * or a secret.
 */
@NullMarked
@org.springframework.modulith.NamedInterface("worker")
package org.cordon.evidence.extraction.worker;

import org.jspecify.annotations.NullMarked;
