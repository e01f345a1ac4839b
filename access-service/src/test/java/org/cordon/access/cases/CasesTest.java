package org.cordon.access.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cordon.access.ServiceTest;
import org.cordon.access.policies.CaseRole;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.security.OrganisationRole;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CasesTest extends ServiceTest {
  private static final Map<String, Object> A_CASE =
      Map.of("reference", "LT-07", "title", "Child R", "reviewType", "Serious case review");

  @Test
  void aBusinessManagerOpensACaseAndManagesIt() {
    Someone manager = someone("Maud Tillyard", OrganisationRole.BUSINESS_MANAGER);
    Reply opened = post(manager.token(), "/api/access/cases", A_CASE);

    assertThat(opened.status()).isEqualTo(201);
    String id = opened.node().path("id").asString();
    assertThat(opened.whole().headers().firstValue("Location")).hasValue("/api/access/cases/" + id);
    JsonNode page = get(manager.token(), "/api/access/cases/" + id).node();
    assertThat(page.path("roles").toString()).isEqualTo("[\"BUSINESS_MANAGER\"]");
    assertThat(texts(page.path("permissions")))
        .contains("find", "upload", "readPeople", "managePeople", "manageMeetings")
        .doesNotContain("readLedger", "decideDisclosure", "readExposures");
    JsonNode me = get(manager.token(), "/api/access/me").node();
    assertThat(me.path("person").asString()).isEqualTo(manager.id().toString());
    assertThat(me.path("name").asString()).isEqualTo("Maud Tillyard");
    assertThat(me.path("organisationRoles").toString()).isEqualTo("[\"BUSINESS_MANAGER\"]");
    assertThat(me.path("cases").size()).isEqualTo(1);
  }

  @Test
  void aNameInATokenThatIsNoLineIsStillAName() {
    OpenedCase one = openCase(someone(" Maud\n\u202ETillyard ", OrganisationRole.BUSINESS_MANAGER));
    OpenedCase other = openCase(someone("\t", OrganisationRole.BUSINESS_MANAGER));
    assertThat(get(one.manager().token(), one.path() + "/people").body())
        .contains("\"Maud  Tillyard\"");
    assertThat(get(other.manager().token(), other.path() + "/people").body())
        .contains("\"Business manager\"");
  }

  @Test
  void textsOfEveryScriptFitUpToTheirLimit() {
    Someone manager = someone("Maud Tillyard", OrganisationRole.BUSINESS_MANAGER);
    String title = "\u00e9\uD83D\uDC3F".repeat(100);
    Reply opened =
        post(
            manager.token(),
            "/api/access/cases",
            Map.of("reference", "LT-01", "title", title, "reviewType", "SCR"));
    assertThat(opened.status()).isEqualTo(201);
    assertThat(opened.node().path("title").asString()).isEqualTo(title);
  }

  @Test
  void nobodyElseOpensCases() {
    for (Someone one :
        List.of(
            someone("No Role"),
            someone("An Auditor", OrganisationRole.AUDITOR),
            someone("An Administrator", OrganisationRole.ADMINISTRATOR),
            someone("Both", OrganisationRole.ADMINISTRATOR, OrganisationRole.BUSINESS_MANAGER))) {
      assertThat(post(one.token(), "/api/access/cases", A_CASE).status()).isEqualTo(404);
      assertThat(get(one.token(), "/api/access/cases").node().path("items").size()).isZero();
    }
  }

  @Test
  void aCaseOfOthersAndNoCaseAnswerByteForByteAlike_rule2() {
    OpenedCase one = openCase();
    Someone stranger = someone("Lester Quill", OrganisationRole.BUSINESS_MANAGER);
    for (String path :
        List.of("", "/people", "/people/" + stranger.id(), "/agencies", "/exposures")) {
      Reply forbidden = get(stranger.token(), one.path() + path);
      Reply absent = get(stranger.token(), "/api/access/cases/" + CaseId.create() + path);
      assertThat(forbidden.status()).isEqualTo(404);
      assertThat(forbidden.body()).isEqualTo(absent.body());
      assertThat(forbidden.whole().headers().map().keySet())
          .isEqualTo(absent.whole().headers().map().keySet());
    }
    Reply forbidden = post(stranger.token(), one.path() + "/agencies", Map.of("name", "An Agency"));
    Reply absent =
        post(
            stranger.token(),
            "/api/access/cases/" + CaseId.create() + "/agencies",
            Map.of("name", "An Agency"));
    assertThat(forbidden.body()).isEqualTo(absent.body());
    assertThat(get(stranger.token(), "/api/access/cases/not-an-id").body())
        .isEqualTo(absent.body());
  }

  @Test
  void whoMayNotSeeThePeopleSeesNoAgenciesEither() {
    OpenedCase one = openCase();
    post(one.manager().token(), one.path() + "/agencies", Map.of("name", "Harbour Trust"));
    Someone relative = add(one, "Nan Osgood", CaseRole.FAMILY_MEMBER);
    JsonNode page = get(relative.token(), one.path()).node();
    assertThat(page.path("agencies").size()).isZero();
    assertThat(texts(page.path("permissions")))
        .containsExactlyInAnyOrder(
            "readCase", "readOwnConversations", "readOwnReleases", "readOwnUpdates");
    assertThat(get(one.manager().token(), one.path()).node().path("agencies").size()).isEqualTo(1);
  }

  @Test
  void theSameKeyOpensOneCase() {
    Someone manager = someone("Maud Tillyard", OrganisationRole.BUSINESS_MANAGER);
    Reply first =
        post(manager.token(), "/api/access/cases", A_CASE, "Idempotency-Key", "once-only");
    Reply again =
        post(manager.token(), "/api/access/cases", A_CASE, "Idempotency-Key", "once-only");
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(get(manager.token(), "/api/access/cases").node().path("items").size()).isEqualTo(1);
  }

  @Test
  void aCaseThatDoesNotFitIsRefused() {
    Someone manager = someone("Maud Tillyard", OrganisationRole.BUSINESS_MANAGER);
    for (Object body :
        List.of(
            "",
            "{",
            "[]",
            "{}",
            "\"LT-01\"",
            Map.of("reference", "LT-01", "title", "Child Q"),
            Map.of("reference", "x".repeat(41), "title", "Child Q", "reviewType", "SCR"),
            Map.of("reference", "LT-01", "title", "x".repeat(201), "reviewType", "SCR"),
            Map.of("reference", "LT-01", "title", "Child Q", "reviewType", "x".repeat(101)),
            Map.of("reference", "LT\t01", "title", "Child Q", "reviewType", "SCR"),
            Map.of("reference", "LT-01", "title", "Child\u202EQ", "reviewType", "SCR"),
            Map.of("reference", 1, "title", "Child Q", "reviewType", "SCR"),
            Map.of("reference", "LT-01", "title", "Child Q", "reviewType", "SCR", "id", "1"))) {
      Reply reply = post(manager.token(), "/api/access/cases", body);
      assertThat(reply.status()).as(body.toString()).isEqualTo(400);
      assertThat(reply.body()).contains("/problems/invalid").doesNotContain("Exception");
    }
    assertThat(get(manager.token(), "/api/access/cases").node().path("items").size()).isZero();
  }

  @Test
  void aBodyThatIsTooLargeIsNotRead() {
    Someone manager = someone("Maud Tillyard", OrganisationRole.BUSINESS_MANAGER);
    Reply reply =
        post(manager.token(), "/api/access/cases", "{\"reference\":\"" + "x".repeat(300_000));
    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.whole().headers().firstValue("Content-Type"))
        .hasValue("application/problem+json");
  }

  @Test
  void theListComesInPagesNewestFirst() {
    Someone manager = someone("Maud Tillyard", OrganisationRole.BUSINESS_MANAGER);
    List<CaseId> opened =
        List.of(openCase(manager).id(), openCase(manager).id(), openCase(manager).id());
    JsonNode first = get(manager.token(), "/api/access/cases?limit=2").node();
    JsonNode second =
        get(manager.token(), "/api/access/cases?limit=2&after=" + first.path("next").asString())
            .node();
    assertThat(first.path("items").path(0).path("id").asString())
        .isEqualTo(opened.getLast().toString());
    assertThat(second.path("items").size()).isEqualTo(1);
  }

  @Test
  void theInterfaceDescribesItself() {
    Someone anybody = someone("Ines Calder");
    JsonNode api = get(anybody.token(), "/v3/api-docs").node();
    assertThat(api.path("openapi").asString()).startsWith("3.1");
    assertThat(api.path("paths").propertyNames())
        .contains("/api/access/cases", "/api/access/cases/{case}/people/{person}");
    assertThat(get(null, "/v3/api-docs").status()).isEqualTo(401);
  }

  @Test
  void theServiceSaysThatItIsReady() {
    Reply ready = get(null, "/actuator/health/readiness");
    assertThat(ready.status()).isEqualTo(200);
    assertThat(ready.body()).doesNotContain("components");
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }
}
