package org.cordon.acceptance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cordon.acceptance.installation.Status.Account;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every page that journeys do not reach themselves: axe finds nothing, at both widths. */
class AccessibilityTest extends Journey {
  private static final String NOT_AN_ITEM = "/items/01900000-0000-7000-8000-000000000000";

  private void check(Account account, List<String> paths) {
    try (var visitor = chromium.visitor().signIn(account)) {
      var barriers = new ArrayList<String>();
      for (var path : paths) {
        int expected = path.equals(NOT_AN_ITEM) ? 404 : 200;
        assertThat(visitor.open(path).status()).as(path).isEqualTo(expected);
        barriers.addAll(visitor.barriers(path));
      }
      assertThat(barriers).isEmpty();
    }
  }

  @Test
  void pagesForEverybodyHaveNoViolation() {
    try (var visitor = chromium.visitor()) {
      for (var path : List.of("/", "/signed-out", "/?sign-in=failed", "/api/docs")) {
        visitor.open(path);
        visitor.requireAccessible(path);
      }
    }
  }

  @Test
  void pagesOfTheLeadReviewerHaveNoViolation() {
    var rowanPath = "/cases/" + rowan.id();
    var items = cases.items(reviewer, rowan.id());
    var item = page(items.getFirst());
    check(
        reviewer,
        List.of(
            "/cases",
            rowanPath,
            rowanPath + "/documents",
            rowanPath + "/documents/add",
            rowanPath + "/people",
            rowanPath + "/proceedings",
            rowanPath + "/proceedings/open?kind=CRIMINAL",
            rowanPath + "/declarations",
            rowanPath + "/people/" + person(manager) + "/standing",
            rowanPath + "/people/" + person(reviewer) + "/seen",
            item,
            item + "/versions",
            item + "/audience",
            item + "/audience?before-day=x",
            item + "/labels?version=1",
            item + "/labels/restrict?version=1",
            item + "/circulate?version=1",
            page(picture(items)),
            "/search",
            "/search?q=school",
            "/search?q=school&sort=-date&case=" + rowan.id(),
            "/search?q=nothing-has-this-word",
            "/search?q=school&from=yesterday",
            "/sign-out",
            NOT_AN_ITEM));
  }

  @Test
  void pagesOfTheReviewsWorkHaveNoViolation() {
    var rowanPath = "/cases/" + rowan.id();
    check(
        reviewer,
        List.of(
            rowanPath + "/papers",
            rowanPath + "/papers/new",
            rowanPath + "/analysis",
            rowanPath + "/stages",
            rowanPath + "/timetable",
            rowanPath + "/preparation",
            rowanPath + "/conversations",
            rowanPath + "/conversations/plan",
            rowanPath + "/conversations/plan?form=PRACTITIONER",
            rowanPath + "/conversations/plan?form=FAMILY",
            rowanPath + "/meetings"));
  }

  private static String page(JsonNode item) {
    return "/items/" + item.path("id").asString();
  }

  /** An item without text. */
  private static JsonNode picture(List<JsonNode> items) {
    return items.stream()
        .filter(item -> item.path("version").path("mediaType").asString().startsWith("image/"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("The demo holds no picture"));
  }

  @Test
  void pagesOfTheBusinessManagerHaveNoViolation() {
    var rowanPath = "/cases/" + rowan.id();
    var person = rowanPath + "/people/" + person(reviewer);
    check(
        manager,
        List.of(
            rowanPath,
            rowanPath + "/documents",
            rowanPath + "/people",
            person,
            person + "/remove",
            person + "/password",
            "/cases/open"));
  }

  @Test
  void pagesOfTheApprovingOfficerHaveNoViolation() {
    var rowanPath = "/cases/" + rowan.id();
    var officer = cordon.inOnly(rowan, "APPROVING_OFFICER");
    var item = "/items/" + cases.items(officer, rowan.id()).getFirst().path("id").asString();
    check(
        officer,
        List.of(
            rowanPath + "/declarations",
            rowanPath + "/declarations/declare",
            rowanPath + "/investigators/add",
            rowanPath + "/people/" + person(reviewer) + "/standing",
            item + "/labels/widen?version=1",
            rowanPath + "/ledger"));
  }

  @Test
  void theLedgerOfEveryCaseHasNoViolation() {
    check(cordon.account("edwin.prosser"), List.of("/cases", "/ledger"));
  }

  @Test
  void pagesOfPeopleToWhomLittleIsOpenHaveNoViolation() {
    for (var role : List.of("FAMILY_MEMBER", "CASE_GROUP_MEMBER")) {
      check(cordon.inOnly(rowan, role), List.of("/cases", "/cases/" + rowan.id(), "/search?q=a"));
    }
  }

  private String person(Account account) {
    var id = cases.idOf(account);
    assertThat(id).isNotBlank();
    return id;
  }

  /** A search that fills the page, so that the checks above are of a full one. */
  @Test
  void theSearchThatIsCheckedFindsSomething() {
    JsonNode found = cases.search(reviewer, Map.of("q", "school"));
    assertThat(found.path("total").asInt()).isPositive();
  }
}
