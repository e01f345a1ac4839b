/**
 * The launcher: Cordon on one machine, without containers.
 *
 * <p>Start reading at {@link org.cordon.stack.Cordon}; {@link org.cordon.stack.Blueprint} says what
 * an installation consists of. The script {@code ./cordon} finds a JDK, builds and hands over to
 * here. The invariant: everything listens on the loopback address, and nothing that was started
 * outlives {@code ./cordon down}.
 */
@NullMarked
package org.cordon.stack;

import org.jspecify.annotations.NullMarked;
