package org.cordon.access.checkpoints;

import java.time.Instant;

/**
 * A checkpoint as it was signed.
 *
 * @param size how many entries it covers
 * @param note the whole signed text (C2SP tlog-checkpoint), to keep elsewhere
 */
public record StoredCheckpoint(long size, String note, Instant signedAt) {}
