package org.cordon.evidence.extraction;

import java.util.List;
import org.cordon.evidence.extraction.worker.Outcome;
import org.cordon.evidence.items.Extracts;

/** A worker's answer to one file; its text went to the stream that was given for it. */
record Reading(
    Outcome outcome, boolean truncated, String mediaType, List<Extracts.MetadataEntry> metadata) {
  Reading {
    metadata = List.copyOf(metadata);
  }
}
