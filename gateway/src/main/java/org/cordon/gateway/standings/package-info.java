/**
 * The standing of the people of a case in its proceedings: who is a witness, who is kept from
 * others' accounts. Start with {@link org.cordon.gateway.standings.Standings}; the page that sets
 * one is among the proceedings' pages.
 *
 * <p>Invariant: only the standings that access-service would take from whoever looks are offered.
 */
@NullMarked
package org.cordon.gateway.standings;

import org.jspecify.annotations.NullMarked;
