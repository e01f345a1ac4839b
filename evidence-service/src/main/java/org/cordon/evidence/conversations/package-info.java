/**
 * Conversations: planned, guided, recorded, corrected and confirmed. Start with {@link
 * org.cordon.evidence.conversations.Conversations} (plans) and {@link
 * org.cordon.evidence.conversations.OpenConversations} (what a person may see of them).
 *
 * <p>Invariant: two people hold a conversation and neither is the participant (rule 9); while
 * criminal proceedings are live no record is made before the newest guide is approved, and what
 * went outside it is nowhere but in an item of the approving officer's (rule 10). Allowed
 * dependencies: items, passages, drafts, overlaps, objects, platform.
 */
@NullMarked
package org.cordon.evidence.conversations;

import org.jspecify.annotations.NullMarked;
