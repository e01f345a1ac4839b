/**
 * Processes of this machine: starting, watching and ending them, and knowing them again later.
 *
 * <p>Start reading at {@link org.cordon.stack.processes.Launch}. The invariant: a process is named
 * by its pid together with the moment the kernel started it, so a reused pid is never taken for
 * ours and never ended by us.
 */
@NullMarked
package org.cordon.stack.processes;

import org.jspecify.annotations.NullMarked;
