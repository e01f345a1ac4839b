package org.cordon.gateway.meetings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A meeting in a list. */
public record MeetingSummary(
    String id, MeetingKind kind, String title, Instant at, @Nullable Instant until, String place) {}
