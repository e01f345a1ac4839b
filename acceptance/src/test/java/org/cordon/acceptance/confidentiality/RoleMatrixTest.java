package org.cordon.acceptance.confidentiality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.cordon.acceptance.api.Api;
import org.cordon.acceptance.api.Cases;
import org.cordon.acceptance.api.Upload;
import org.cordon.acceptance.installation.Cordon;
import org.cordon.acceptance.installation.Status.Account;
import org.cordon.acceptance.installation.Status.CaseLine;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each role of the demo opens, row by row of the matrix in the domain. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoleMatrixTest {
  private final Cordon cordon = Cordon.running();
  private final Api api = Api.running();
  private final Cases cases = Cases.running();
  private final CaseLine rowan = cordon.caseOf("Rowan");
  private final Account reviewer = cordon.inOnly(rowan, "LEAD_REVIEWER");
  private final List<String> documents =
      cases.items(reviewer, rowan.id()).stream().map(item -> item.path("id").asString()).toList();

  /** What a role opens: {@code true} where the matrix gives it. */
  private record Row(
      String role,
      boolean documents,
      boolean adds,
      boolean people,
      boolean managesPeople,
      boolean exposures,
      boolean ledger) {}

  private static Stream<Row> matrix() {
    //                                     documents adds people manages exposures ledger
    return Stream.of(
        new Row("LEAD_REVIEWER", true, true, true, false, true, false),
        new Row("REVIEW_TEAM_MEMBER", true, true, true, false, false, false),
        new Row("APPROVING_OFFICER", true, false, true, false, true, true),
        new Row("LEGAL_ADVISER", true, false, true, false, true, false),
        new Row("BUSINESS_MANAGER", false, true, true, true, false, false),
        new Row("CASE_GROUP_MEMBER", false, false, false, false, false, false),
        new Row("FAMILY_LIAISON", false, false, false, false, false, false),
        new Row("BOARD_MEMBER", false, false, true, false, false, false),
        new Row("FAMILY_MEMBER", false, false, false, false, false, false),
        new Row("AUDITOR", false, false, false, false, true, true));
  }

  /** Who gave an account in the demo, and so reads it whatever their role (rule 6). */
  private static final Set<String> GAVE_AN_ACCOUNT =
      Set.of("bernadette.oakes", "ruth.ambler", "glenn.tranter", "maureen.varley");

  /** Everyone in the demo who has this role in the case and no other there. */
  private List<Account> holders(String role) {
    var holders =
        cordon.status().accounts().stream()
            .filter(account -> account.has(role, rowan.id()))
            .filter(account -> !GAVE_AN_ACCOUNT.contains(account.account()))
            .filter(account ->
                account.roles().stream().filter(r -> r.caseId().equals(rowan.id())).count() == 1)
            .limit(2)
            .toList();
    assertThat(holders).as("somebody in the demo is %s", role).isNotEmpty();
    return holders;
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void aRoleListsTheDocumentsItReads_rule1(Row row) {
    for (var holder : holders(row.role())) {
      var answer = api.get(holder, "/api/evidence/cases/" + rowan.id() + "/items?limit=200");
      if (row.documents()) {
        var listed =
            answer.require(200).json().path("items").values().stream()
                .map(item -> item.path("id").asString())
                .toList();
        assertThat(listed).as("documents of %s", holder).containsAll(documents);
      } else if (answer.status() == 200) {
        assertThat(answer.json().path("items").values()).as("documents of %s", holder).isEmpty();
      } else {
        answer.requireProblem(404);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void aRoleOpensTheDocumentsItReads_rule1(Row row) {
    for (var holder : holders(row.role())) {
      for (var part : List.of("", "/versions/1/text", "/versions/1/content")) {
        var answer = api.get(holder, "/api/evidence/items/" + documents.getFirst() + part);
        assertThat(answer.status())
            .as("%s of a document for %s: %s", part, holder, answer)
            .isEqualTo(row.documents() ? 200 : 404);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void aRoleFindsTheDocumentsItReads_rule2(Row row) {
    for (var holder : holders(row.role())) {
      var answer = api.get(holder, "/api/search?q=&case=" + rowan.id());
      var found = answer.require(200).json();
      if (row.documents()) {
        assertThat(found.path("total").asInt())
            .as("%s finds", holder)
            .isGreaterThanOrEqualTo(documents.size());
      } else {
        Nothing.requireIn(found, holder);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void aRoleSeesThePeopleItMayKnow(Row row) {
    for (var holder : holders(row.role())) {
      var answer = api.get(holder, "/api/access/cases/" + rowan.id() + "/people?limit=200");
      if (row.people()) {
        assertThat(answer.require(200).json().path("items").size()).isGreaterThan(10);
      } else {
        answer.requireProblem(404);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void onlyTheBusinessManagerAppoints(Row row) {
    for (var holder : holders(row.role())) {
      var path = "/api/access/cases/" + rowan.id() + "/people/" + UUID.randomUUID();
      // Whoever may appoint is told that there is no such agency, so nobody is appointed.
      var body =
          Map.of("name", "Nobody", "agency", UUID.randomUUID(), "roles", List.of("LEAD_REVIEWER"));
      var answer = api.put(holder, path, body);
      assertThat(answer.status())
          .as("%s appoints: %s", holder, answer)
          .isEqualTo(row.managesPeople() ? 400 : 404);
    }
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void onlySomeRolesAddDocuments(Row row) {
    for (var holder : holders(row.role())) {
      var empty = Upload.of("empty.txt", new byte[0], "Empty");
      var answer = api.add(holder, rowan.id(), empty);
      assertThat(answer.status())
          .as("%s adds: %s", holder, answer)
          .isEqualTo(row.adds() ? 400 : 404);
    }
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void onlySomeRolesSeeWhoHasSeenWhat(Row row) {
    for (var holder : holders(row.role())) {
      var answer = api.get(holder, "/api/access/cases/" + rowan.id() + "/exposures");
      if (row.exposures()) {
        answer.require(200);
      } else if (row.role().equals("CASE_GROUP_MEMBER")) {
        // Own exposures only, and this person has seen nothing.
        assertThat(answer.status()).isIn(200, 404);
        assertThat(answer.json().path("items").values()).isEmpty();
      } else {
        answer.requireProblem(404);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void onlyTheOfficerAndTheAuditorReadTheLedger(Row row) {
    for (var holder : holders(row.role())) {
      var answer = api.get(holder, "/api/access/ledger/entries?start=1&end=10");
      if (row.ledger()) {
        answer.require(200);
      } else {
        answer.requireProblem(404);
      }
    }
  }
}
