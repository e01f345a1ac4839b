/**
 * Disclosures: requests to show one person one version, and the decisions on them (rules 14 to 16).
 * Start with {@link org.cordon.access.disclosures.Disclosures}.
 *
 * <p>Invariants: a state is never overwritten, the newest holds; whoever asked does not decide; a
 * decision is on what was seen; an approval is effective until it expires, and is suspended in the
 * very transaction in which something it rests on moves; what moves is on record beside every
 * disclosure that is still decided on. What is shown of them, and to whom, is in {@code
 * DisclosureViews}. What an effective disclosure opens stands in the policies. Depends on {@code
 * decisions}, {@code labels}, {@code people}, {@code proceedings}, {@code standings}, {@code
 * policies} and {@code ledger}.
 */
@NullMarked
package org.cordon.access.disclosures;

import org.jspecify.annotations.NullMarked;
