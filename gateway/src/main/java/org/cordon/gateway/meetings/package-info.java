/**
 * The meetings of a case: arranging one, sending it out after a look at who could not read its
 * papers, and putting on record who was there. Start with {@link
 * org.cordon.gateway.meetings.MeetingsPage}.
 *
 * <p>Invariant: nothing is sent before the person has seen to whom it goes (rule 18).
 */
@NullMarked
package org.cordon.gateway.meetings;

import org.jspecify.annotations.NullMarked;
