/**
 * The front door: signing in with Keycloak, sessions, routes, limits and the web pages. One package
 * a task of a person, with its templates in a folder of the same name; start with {@link
 * org.cordon.gateway.signin} for who comes in and {@link org.cordon.gateway.routes} for where
 * requests go.
 *
 * <p>Invariant: the gateway decides nothing about access. It shows what the services answered to
 * the person's own token, and when they do not answer it shows nothing.
 */
@NullMarked
package org.cordon.gateway;

import org.jspecify.annotations.NullMarked;
