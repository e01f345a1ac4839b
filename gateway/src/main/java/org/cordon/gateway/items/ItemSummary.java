package org.cordon.gateway.items;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.jspecify.annotations.Nullable;

/** An item in a list. */
public record ItemSummary(
    ItemId id,
    @JsonProperty("case") CaseId caseId,
    String kind,
    String title,
    @Nullable LocalDate date,
    @Nullable AgencyId agency,
    @Nullable String author,
    @Nullable String documentType,
    ItemState state,
    @Nullable String failure,
    VersionSummary version) {}
