package org.cordon.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The part of access-service next door that tells who is in a case and how its proceedings stand.
 */
public final class CasesNextDoor {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, List<Map<String, Object>>> people = new ConcurrentHashMap<>();
  private final Set<String> live = ConcurrentHashMap.newKeySet();

  CasesNextDoor() {}

  /** Puts somebody into a case. */
  public void join(CaseId caseId, PersonId person, @Nullable AgencyId agency, String... roles) {
    Map<String, Object> place = new HashMap<>();
    place.put("person", person.toString());
    place.put("agency", agency == null ? null : agency.toString());
    place.put("roles", List.of(roles));
    people.computeIfAbsent(caseId.toString(), _ -> new CopyOnWriteArrayList<>()).add(place);
  }

  /** Criminal proceedings are live in the case, or not any more. */
  public void criminalProceedings(CaseId caseId, boolean areLive) {
    if (areLive) {
      live.add(caseId.toString());
    } else {
      live.remove(caseId.toString());
    }
  }

  /** Answers {@code /internal/cases/{case}/situation}. */
  JsonNode answer(String path) {
    String id = path.split("/", -1)[3];
    return JSON.valueToTree(
        Map.of(
            "criminalProceedingsLive", live.contains(id),
            "people", people.getOrDefault(id, List.of())));
  }
}
