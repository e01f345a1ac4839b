/**
 * An installation: the folder that holds its data, settings, secrets and logs.
 *
 * <p>Start reading at {@link org.cordon.stack.installation.Installation}. The invariant: whatever
 * is secret was made for this installation alone and lies in files that only their owner reads.
 */
@NullMarked
package org.cordon.stack.installation;

import org.jspecify.annotations.NullMarked;
