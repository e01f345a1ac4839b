/**
 * Conversations with those who take part: planned, guided, recorded, corrected and confirmed. Start
 * with {@link org.cordon.gateway.conversations.ConversationsPage}; what is said in them is in
 * {@link org.cordon.gateway.conversations.Records}.
 *
 * <p>Invariant: a page about a conversation opens neither its record nor the draft of it, so nobody
 * is put on record as having been shown an account that they did not ask for; what was marked as
 * outside the guide is on the approving officer's page alone (rule 10).
 */
@NullMarked
package org.cordon.gateway.conversations;

import org.jspecify.annotations.NullMarked;
