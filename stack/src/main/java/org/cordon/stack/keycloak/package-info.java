/**
 * Keycloak as Cordon sets it up: the realm {@code cordon}, its sign-in pages, and the accounts and
 * clients that are made once the server runs.
 *
 * <p>Start reading at {@link org.cordon.stack.keycloak.CordonRealm}, which puts the realm file and
 * the theme where a Keycloak server finds them; {@link org.cordon.stack.keycloak.KeycloakAdmin}
 * speaks to the running server. The invariants: no secret stands in the realm file, only {@code
 * ${NAME}} placeholders that the import fills from the environment; only an administrator can write
 * the attribute {@code person}; and the demo's client is never part of the realm file.
 *
 * <p>Choices of the realm file, which cannot hold comments:
 *
 * <ul>
 *   <li>Refresh tokens are not rotated ({@code revokeRefreshToken}): they are bound to the
 *       confidential client {@code gateway}, and two requests that refresh at the same moment would
 *       otherwise sign the person out.
 *   <li>Events are kept in Keycloak's database for 90 days and no listener writes them to the log,
 *       since they carry usernames and addresses of computers. Admin events leave out the body for
 *       the same reason.
 *   <li>Every client has {@code fullScopeAllowed: false}: a token carries no role but those that
 *       the client's scope mappings name.
 *   <li>The client scopes are Cordon's own four; Keycloak's default ones (e-mail, address, phone,
 *       offline access, ...) are given to no client.
 *   <li>Names and addresses are taken as people have them, apostrophes and brackets included:
 *       nobody but an administrator can write them, and every page escapes them.
 *   <li>access-service may make accounts, for which Keycloak has no smaller permission than {@code
 *       manage-users}: it could also reset a password or give an organisation role. No other
 *       service can see accounts at all.
 *   <li>A wrong password, an unknown account and a locked one read alike on the sign-in page, and
 *       the error stands at the same place: Keycloak itself blames the password of an account that
 *       exists and the name of one that does not.
 *   <li>The pages' content security policy runs no inline script. Keycloak adds one after a form
 *       was sent, which would only tidy the address; it stays without effect.
 * </ul>
 */
@NullMarked
package org.cordon.stack.keycloak;

import org.jspecify.annotations.NullMarked;
