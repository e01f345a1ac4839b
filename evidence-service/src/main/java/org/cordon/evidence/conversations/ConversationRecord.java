package org.cordon.evidence.conversations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.cordon.platform.ids.ConversationId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;

/**
 * The record of a conversation: one item, written in passages.
 *
 * @param present who was there
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ConversationRecord(
    ItemId item,
    ConversationId conversation,
    Instant startedAt,
    Instant endedAt,
    String present,
    Instant begunAt,
    PersonId begunBy) {}
