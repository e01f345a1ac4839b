/**
 * Where requests go: {@code /api/**} to the services, two paths to Keycloak, and the pages' own
 * calls. Start with {@link org.cordon.gateway.routes.ServiceRoutes}; pages use {@link
 * org.cordon.gateway.routes.Backends}.
 *
 * <p>Invariant: what is not named here is not routed; a browser's cookies never reach a service; a
 * service that does not answer becomes 503 and never something to show.
 */
@NullMarked
package org.cordon.gateway.routes;

import org.jspecify.annotations.NullMarked;
