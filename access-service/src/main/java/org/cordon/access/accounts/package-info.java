/**
 * Accounts to sign in with, made in Keycloak for people of a case. Start with {@code
 * AccountController}.
 *
 * <p>Invariant: a temporary password is answered once, kept nowhere and never logged. Depends on
 * {@code decisions}, {@code people}, {@code policies} and {@code ledger}.
 */
@NullMarked
package org.cordon.access.accounts;

import org.jspecify.annotations.NullMarked;
