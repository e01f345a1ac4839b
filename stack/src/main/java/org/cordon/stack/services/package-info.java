/**
 * Cordon's own services as processes of this machine: what each is told and how it is started.
 *
 * <p>Start reading at {@link org.cordon.stack.services.Services}. The invariant: a service is told
 * everything in one file that only its owner reads, under the property names that a container is
 * given too.
 */
@NullMarked
package org.cordon.stack.services;

import org.jspecify.annotations.NullMarked;
