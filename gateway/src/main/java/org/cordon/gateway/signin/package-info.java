/**
 * Who comes in: the code flow with Keycloak, sessions, and bearer tokens on {@code /api/**}. Start
 * with {@link org.cordon.gateway.signin.SecurityChains}.
 *
 * <p>Invariant: a token reaches a service only when it is the person's own and still valid, and a
 * browser never holds one.
 */
@NullMarked
package org.cordon.gateway.signin;

import org.jspecify.annotations.NullMarked;
