package org.cordon.acceptance.confidentiality;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.cordon.acceptance.api.Answer;
import org.cordon.acceptance.api.Api;
import org.cordon.acceptance.api.Cases;
import org.cordon.acceptance.api.Upload;
import org.cordon.acceptance.installation.Cordon;
import org.cordon.acceptance.installation.Status.Account;
import org.cordon.acceptance.installation.Status.CaseLine;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is there and shut answers as what is not there: status, headers and bytes (rule 2). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AbsentAndForbiddenTest {
  private final Cordon cordon = Cordon.running();
  private final Api api = Api.running();
  private final CaseLine rowan = cordon.caseOf("Rowan");
  private final Account reviewer = cordon.inOnly(rowan, "LEAD_REVIEWER");
  private final String item =
      Cases.running().items(reviewer, rowan.id()).getFirst().path("id").asString();

  /** Somebody of the other case, and everybody of this one whose role reads no document. */
  private List<Account> shutOut() {
    var linnet = cordon.caseOf("Linnet");
    return Stream.concat(
            Stream.of(cordon.inOnly(linnet, "REVIEW_TEAM_MEMBER")),
            Stream.of("CASE_GROUP_MEMBER", "FAMILY_LIAISON", "BOARD_MEMBER", "FAMILY_MEMBER")
                .map(role -> cordon.inOnly(rowan, role)))
        .toList();
  }

  private record Endpoint(String method, String path, Object body) {
    static Endpoint get(String path) {
      return new Endpoint("GET", path, "");
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  static Stream<Endpoint> itemEndpoints() {
    return Stream.of(
        Endpoint.get("/api/evidence/items/ID"),
        Endpoint.get("/api/evidence/items/ID/versions/1"),
        Endpoint.get("/api/evidence/items/ID/versions/1/text"),
        Endpoint.get("/api/evidence/items/ID/versions/1/content"),
        Endpoint.get("/api/evidence/items/ID/versions/99/content"),
        Endpoint.get("/api/evidence/items/ID/versions/0/text"));
  }

  static Stream<Endpoint> caseEndpoints() {
    var person = UUID.randomUUID();
    return Stream.of(
        Endpoint.get("/api/access/cases/ID"),
        Endpoint.get("/api/access/cases/ID/people"),
        Endpoint.get("/api/access/cases/ID/agencies"),
        Endpoint.get("/api/access/cases/ID/exposures"),
        Endpoint.get("/api/evidence/cases/ID/items"),
        new Endpoint("POST", "/api/access/cases/ID/agencies", Map.of("name", "An agency")),
        new Endpoint(
            "PUT",
            "/api/access/cases/ID/people/" + person,
            Map.of("name", "Somebody", "roles", List.of("LEAD_REVIEWER"))));
  }

  private Answer ask(Account as, Endpoint endpoint, String id) {
    var path = endpoint.path().replace("ID", id);
    return switch (endpoint.method()) {
      case "GET" -> api.get(as, path);
      case "PUT" -> api.put(as, path, endpoint.body());
      default -> api.post(as, path, endpoint.body());
    };
  }

  private static String absent() {
    // The shape of an id that Cordon gives out: version 7.
    return UUID.randomUUID().toString().replaceFirst("-4", "-7");
  }

  @ParameterizedTest
  @MethodSource("itemEndpoints")
  void aForbiddenItemAnswersAsAnAbsentOne_rule2(Endpoint endpoint) {
    for (var account : shutOut()) {
      var forbidden = ask(account, endpoint, item);
      forbidden.requireProblem(404);
      assertThat(forbidden.wholly())
          .as("%s for %s", endpoint, account)
          .isEqualTo(ask(account, endpoint, absent()).wholly());
    }
  }

  @ParameterizedTest
  @MethodSource("caseEndpoints")
  void aForbiddenCaseAnswersAsAnAbsentOne_rule1(Endpoint endpoint) {
    var stranger = cordon.inOnly(cordon.caseOf("Linnet"), "REVIEW_TEAM_MEMBER");
    var forbidden = ask(stranger, endpoint, rowan.id());
    forbidden.requireProblem(404);
    assertThat(forbidden.wholly()).isEqualTo(ask(stranger, endpoint, absent()).wholly());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/evidence/cases/ID/documents", "/api/evidence/items/ID/versions"})
  void addingToWhatIsForbiddenAnswersAsToWhatIsAbsent_rule2(String path) {
    var stranger = cordon.inOnly(cordon.caseOf("Linnet"), "REVIEW_TEAM_MEMBER");
    var known = path.contains("cases") ? rowan.id() : item;
    var upload = Upload.ofText("note.txt", "Never to be stored.", "Note");
    var forbidden = api.addTo(stranger, path.replace("ID", known), upload);
    forbidden.requireProblem(404);
    var absent = api.addTo(stranger, path.replace("ID", absent()), upload.withKey("another"));
    assertThat(forbidden.wholly()).isEqualTo(absent.wholly());
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "DELETE", "PATCH", "OPTIONS"})
  void otherMethodsTellNothingApart_rule2(String method) {
    var stranger = cordon.inOnly(cordon.caseOf("Linnet"), "REVIEW_TEAM_MEMBER");
    var forbidden = send(stranger, method, item);
    assertThat(forbidden.wholly()).isEqualTo(send(stranger, method, absent()).wholly());
    assertThat(forbidden.status()).isNotEqualTo(500);
  }

  private Answer send(Account as, String method, String id) {
    HttpRequest.Builder request = api.as(as, "/api/evidence/items/" + id);
    return api.send(request.method(method, BodyPublishers.noBody()));
  }
}
