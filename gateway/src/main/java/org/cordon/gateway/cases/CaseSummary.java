package org.cordon.gateway.cases;

import java.time.LocalDate;
import java.util.List;
import org.cordon.platform.ids.CaseId;

/** A case in a list, with the roles of whoever asked. */
public record CaseSummary(
    CaseId id,
    String reference,
    String title,
    String reviewType,
    LocalDate openedOn,
    List<CaseRole> roles) {}
