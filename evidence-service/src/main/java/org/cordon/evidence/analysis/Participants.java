package org.cordon.evidence.analysis;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.CaseAction;
import org.cordon.platform.access.CaseSituation;
import org.cordon.platform.access.Decision;
import org.cordon.platform.access.ItemAction;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who takes part in a case and has not been heard: no conversation record that the person who asks
 * may find holds their account.
 */
@Component
class Participants {
  private static final String CASE_GROUP = "CASE_GROUP_MEMBER";
  private static final String FAMILY = "FAMILY_MEMBER";
  private static final int MOST_RECORDS = 2_000;

  private final JdbcClient jdbc;
  private final WhatIsOpen open;
  private final AccessClient access;

  private record VersionOfRecord(VersionId version, ItemId item) {}

  Participants(JdbcClient jdbc, WhatIsOpen open, AccessClient access) {
    this.jdbc = jdbc;
    this.open = open;
    this.access = access;
  }

  /** Empty for those who may not know who takes part or which conversations were held. */
  Optional<List<CaseAnalysis.Unheard>> unheard(PersonId person, CaseId caseId) {
    if (!may(person, CaseAction.READ_CONVERSATIONS, caseId)
        || !may(person, CaseAction.READ_PEOPLE, caseId)) {
      return Optional.empty();
    }
    Set<PersonId> heard = heard(person, caseId);
    return Optional.of(
        access.situation(caseId).people().stream()
            .filter(it -> it.isAny(CASE_GROUP, FAMILY))
            .filter(it -> !heard.contains(it.person()))
            .map(Participants::unheard)
            .toList());
  }

  private Set<PersonId> heard(PersonId person, CaseId caseId) {
    List<VersionOfRecord> records = records(caseId);
    Set<VersionId> readable =
        open.of(person, caseId, records.stream().map(VersionOfRecord::version).toList());
    Map<ItemId, VersionId> found = new LinkedHashMap<>();
    records.stream()
        .filter(it -> readable.contains(it.version()))
        .forEach(it -> found.putIfAbsent(it.item(), it.version()));
    List<Decision> decisions = access.decide(person, ItemAction.FIND, List.copyOf(found.values()));
    if (!decisions.stream().allMatch(Decision::permitted)) {
      throw Problem.unavailable();
    }
    Set<PersonId> heard = new HashSet<>();
    for (VersionId version : found.values()) {
      heard.addAll(
          access.labels(version).map(VersionLabels::accountsOf).orElseThrow(Problem::unavailable));
    }
    return heard;
  }

  /** The versions of the records, of each the newest first. */
  private List<VersionOfRecord> records(CaseId caseId) {
    return jdbc.sql(
            """
            select id, item_id from versions
            where case_id = :case and kind = :kind
            order by item_id desc, number desc limit :most
            """)
        .param("case", caseId.value())
        .param("kind", ItemKind.CONVERSATION_RECORD.name())
        .param("most", MOST_RECORDS)
        .query((row, _) ->
            new VersionOfRecord(
                new VersionId(row.getObject(1, UUID.class)),
                new ItemId(row.getObject(2, UUID.class))))
        .list();
  }

  private boolean may(PersonId person, CaseAction action, CaseId caseId) {
    return access.decideInCase(person, action, caseId).permitted();
  }

  private static CaseAnalysis.Unheard unheard(CaseSituation.CasePerson it) {
    return new CaseAnalysis.Unheard(it.person(), it.agency(), it.roles());
  }
}
