/**
 * Who can see an item and why, who could have, who did; and what one person has seen. Start with
 * {@link org.cordon.gateway.audience.Audiences}.
 *
 * <p>Invariant: the answers are access-service's; nothing is left out and nothing is added here
 * (rule 29).
 */
@NullMarked
package org.cordon.gateway.audience;

import org.jspecify.annotations.NullMarked;
