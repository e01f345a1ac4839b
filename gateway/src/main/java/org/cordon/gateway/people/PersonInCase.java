package org.cordon.gateway.people;

import java.time.Instant;
import java.util.List;
import org.cordon.gateway.cases.Agency;
import org.cordon.gateway.cases.CaseRole;
import org.cordon.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;

/** Someone with a role in a case. */
public record PersonInCase(
    PersonId person,
    String name,
    @Nullable String account,
    @Nullable Agency agency,
    List<CaseRole> roles,
    @Nullable Instant since) {}
