/**
 * How those who take part in a review are prepared for it: the information pack, the introductory
 * meeting or letter, whom they can turn to, and a note of what they can contribute. Start with
 * {@link org.cordon.evidence.preparation.Preparations}.
 *
 * <p>A note can hold what a person said, so it is registered with access-service as a comment that
 * holds that person's account, under a version of its own, and shown by a decision on that version
 * like any content; whoever is kept from the person's account never learns that there is one. A
 * pack is named only to those who may find it; its days are facts of the preparation, and there can
 * be a pack that Cordon does not hold.
 *
 * <p>Invariant: every state and every note is kept. Allowed dependencies: items, objects, platform.
 */
@NullMarked
package org.cordon.evidence.preparation;

import org.jspecify.annotations.NullMarked;
