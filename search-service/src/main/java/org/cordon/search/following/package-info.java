/**
 * The way in: follows the feeds of evidence-service and access-service and writes what changed.
 *
 * <p>Both feeds say only that a version changed; what is written is always read afresh from both
 * services, so applying a change twice, late or out of turn comes to the same. A version is written
 * when evidence-service knows it and access-service has its labels, whichever comes first. Start
 * with {@link org.cordon.search.following.Follower}.
 */
@NullMarked
package org.cordon.search.following;

import org.jspecify.annotations.NullMarked;
