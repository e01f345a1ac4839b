package org.cordon.evidence.items;

import java.time.Instant;
import org.cordon.evidence.objects.StoredContent;
import org.cordon.platform.ids.PersonId;

/** The receipt of a version: which file, when, by whom. */
public record Received(String fileName, StoredContent content, Instant at, PersonId by) {}
