package org.cordon.evidence.meetings;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cordon.evidence.CallingTest;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/**
 * A case with a lead reviewer who reads everything, a business manager who reads no papers, and two
 * practitioners to whom every paper was circulated.
 */
abstract class MeetingCase extends CallingTest {
  protected static final String AT = "2026-11-30T10:00:00Z";
  protected final PersonId manager = PersonId.create();
  protected final PersonId practitioner = PersonId.create();
  protected final PersonId colleague = PersonId.create();
  protected final String meetings = "/api/evidence/cases/" + caseId + "/meetings";

  @BeforeEach
  void permit() {
    ACCESS.permit(reviewer, caseId);
    for (PersonId arranger : List.of(reviewer, manager)) {
      for (String action : List.of("readMeetings", "manageMeetings", "meetPractitioners")) {
        ACCESS.permit(arranger, action, caseId);
      }
    }
    ACCESS.cases().join(caseId, reviewer, null, "LEAD_REVIEWER");
    ACCESS.cases().join(caseId, manager, null, "BUSINESS_MANAGER");
    for (PersonId invited : List.of(practitioner, colleague)) {
      ACCESS.cases().join(caseId, invited, null, "CASE_GROUP_MEMBER");
      ACCESS.permit(invited, caseId);
      ACCESS.permit(invited, "readOwnMeetings", caseId);
    }
  }

  @AfterEach
  void comeBack() {
    ACCESS.comeBack();
  }

  /** So many people of the case. */
  protected List<String> people(int many, String role) {
    return IntStream.range(0, many)
        .mapToObj(_ -> {
          PersonId person = PersonId.create();
          ACCESS.cases().join(caseId, person, null, role);
          return person.toString();
        })
        .toList();
  }

  /** A document's version. */
  protected String paper(String title) {
    return add(title + ".txt", utf8(title), "{\"title\":\"" + title + "\"}")
        .get("version")
        .asString();
  }

  protected static void wall(PersonId person, String version) {
    ACCESS.wall(person, VersionId.from(version));
  }

  protected static String quoted(List<?> texts) {
    return texts.stream().map(it -> "\"" + it + "\"").collect(Collectors.joining(",", "[", "]"));
  }

  protected static String wanted(String kind, String further) {
    return "{\"kind\":\"%s\",\"title\":\"Analysis\",\"at\":\"%s\",\"place\":\"Room 2\"%s}"
        .formatted(kind, AT, further);
  }

  /** Arranges a meeting as the lead reviewer and returns its address. */
  protected String arrange(String kind, String further) {
    JsonNode saved = body(201, post(reviewer, meetings, wanted(kind, further)));
    return "/api/evidence/meetings/" + saved.get("id").asString();
  }

  protected HttpResponse<String> change(
      PersonId by, String meeting, @Nullable String ifMatch, String change) {
    return matched(by, "PATCH", meeting, ifMatch, change);
  }

  protected JsonNode send(PersonId by, String meeting, int revision, boolean rehearse) {
    return body(
        200,
        matched(
            by,
            "POST",
            meeting + "/invitations",
            "\"" + revision + "\"",
            "{\"rehearse\":" + rehearse + "}"));
  }

  protected static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  protected static List<String> texts(JsonNode array, String field) {
    return array.valueStream().map(each -> each.get(field).asString()).toList();
  }
}
