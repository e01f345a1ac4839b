package org.cordon.access.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.cordon.access.policies.CaseRole;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.junit.jupiter.api.Test;

/** What requests must be like, and what happens to those that are not. */
class EvaluationFormTest extends AuthZenTest {

  @Test
  void whatLacksSomethingOrDoesNotFitIsABadRequestAndRecordsNothing() {
    long before = entries();
    String good = question("person", PersonId.create(), "read", "version", "1");
    for (String body :
        List.of(
            "",
            "null",
            "nonsense",
            "[]",
            "\"text\"",
            "{}",
            good + "{}",
            good.replace("}}", "}"),
            good.replace("\"read\"", "7"),
            good.replace("\"read\"", "null"),
            good.replace("\"read\"", "true"),
            good.replace("\"version\"", "{}"),
            good.replace("\"subject\"", "\"other\""),
            good.replace("{\"name\"", "{\"title\""),
            good.replace("{\"name\":\"read\"}", "\"read\""),
            good.replace("{\"name\":\"read\"}", "{\"name\":\"read\",\"properties\":[]}"),
            good.replace("{\"name\"", "{\"name\":\"find\",\"name\""),
            good.replace("\"action\"", "\"context\":7,\"action\""),
            good.replace("\"action\"", "\"context\":" + "[".repeat(40) + ",\"action\""))) {
      for (String path : List.of("/access/v1/evaluation", "/access/v1/evaluations")) {
        Reply reply = post(service(), path, body);
        assertThat(reply.status()).as(path + " " + body).isEqualTo(400);
        assertThat(reply.whole().headers().firstValue("Content-Type"))
            .hasValue("application/problem+json");
        assertThat(reply.body()).doesNotContain("Exception").doesNotContain("org.cordon");
      }
    }
    assertThat(entries()).isEqualTo(before);
  }

  @Test
  void onlyJsonIsTakenAndAnythingElseIsABadRequest() {
    String body = question("person", PersonId.create(), "read", "version", "1");
    for (String type : List.of("text/plain", "application/xml", "application/json5", "json", ";")) {
      assertThat(post(service(), "/access/v1/evaluation", body, "Content-Type", type).status())
          .as(type)
          .isEqualTo(400);
    }
    assertThat(
            post(
                    service(),
                    "/access/v1/evaluation",
                    body,
                    "Content-Type",
                    "application/json; charset=utf-8")
                .status())
        .isEqualTo(200);
  }

  @Test
  void whatCannotBeAskedOfCordonIsDeniedWithAnErrorAndRecordsNothing() {
    long before = entries();
    String person = PersonId.create().toString();
    String version = VersionId.create().toString();
    for (String body :
        List.of(
            question("robot", person, "read", "version", version),
            question("person", "1", "read", "version", version),
            question("person", "", "read", "version", version),
            question("person", person, "destroy", "version", version),
            question("person", person, "read", "case", version),
            question("person", person, "upload", "version", version),
            question("person", person, "openCase", "case", version),
            question("person", person, "read", "version", "../../etc"))) {
      Reply reply = post(service(), "/access/v1/evaluation", body);
      assertThat(reply.status()).as(body).isEqualTo(200);
      assertThat(reply.node().path("decision").asBoolean()).as(body).isFalse();
      assertThat(reply.node().path("context").path("error").path("status").asInt()).isEqualTo(400);
    }
    assertThat(entries()).isEqualTo(before);
  }

  @Test
  void unknownFieldsAreIgnored() {
    String body =
        question("person", PersonId.create(), "read", "version", id())
            .replace("{\"type\"", "{\"x\":1,\"type\"")
            .replace("}}", "},\"y\":{\"z\":[]}}");

    Reply reply = post(service(), "/access/v1/evaluation", body);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.node().path("context").path("entry").asString()).isNotEmpty();
  }

  @Test
  void oneFaultyEvaluationOfSeveralIsDeniedByItself() {
    OpenedCase one = openCase();
    Someone reviewer = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    long before = entries();
    List<String> faulty =
        List.of("{}", "{\"resource\":{}}", "{\"resource\":7}", "{\"resource\":null}");
    for (String fault : faulty) {
      Reply reply =
          post(
              service(),
              "/access/v1/evaluations",
              """
              {"subject":{"type":"person","id":"%s"},"action":{"name":"readCase"},
               "evaluations":[{"resource":{"type":"case","id":"%s"}},%s]}
              """
                  .formatted(reviewer.id(), one.id(), fault));
      assertThat(reply.status()).as(fault).isEqualTo(200);
      assertThat(decisions(reply)).as(fault).containsExactly(true, false);
    }
    assertThat(entries()).isEqualTo(before + faulty.size());
  }

  @Test
  void aBatchThatIsWrongAsAWholeIsABadRequestAndRecordsNothing() {
    long before = entries();
    String one = question("person", PersonId.create(), "read", "version", id());
    for (String more :
        List.of(
            "\"evaluations\":{}",
            "\"evaluations\":[7]",
            "\"evaluations\":[null]",
            "\"evaluations\":[[]]",
            "\"evaluations\":[{}],\"subject\":\"alice\"",
            "\"evaluations\":[{}],\"options\":[]",
            "\"evaluations\":[{}],\"options\":{\"evaluations_semantic\":1}",
            "\"evaluations\":[{}],\"options\":{\"evaluations_semantic\":\"EXECUTE_ALL\"}",
            "\"evaluations\":[{}],\"options\":{\"evaluations_semantic\":\"some\"}")) {
      String body = with(one, more);
      assertThat(post(service(), "/access/v1/evaluations", body).status()).as(body).isEqualTo(400);
    }
    String many = String.join(",", Collections.nCopies(201, "{}"));
    assertThat(
            post(service(), "/access/v1/evaluations", with(one, "\"evaluations\":[" + many + "]"))
                .status())
        .isEqualTo(400);
    assertThat(entries()).isEqualTo(before);
  }

  @Test
  void aRequestsNameIsOnItsAnswerWhateverTheAnswerIs() {
    String body = question("person", PersonId.create(), "read", "version", id());
    String name = "bfe9eb29 / \"quoted\"";
    for (Reply reply :
        List.of(
            post(service(), "/access/v1/evaluation", body, "X-Request-ID", name),
            post(service(), "/access/v1/search/action", body, "X-Request-ID", name),
            post(service(), "/access/v1/evaluation", "nonsense", "X-Request-ID", name),
            post(null, "/access/v1/evaluation", body, "X-Request-ID", name),
            post(service(), "/access/v1/nothing", body, "X-Request-ID", name),
            post(service(), "/access/v1/evaluation", " ".repeat(300_000), "X-Request-ID", name))) {
      assertThat(reply.whole().headers().allValues("X-Request-ID")).containsExactly(name);
    }
    assertThat(
            post(service(), "/access/v1/evaluation", body)
                .whole()
                .headers()
                .firstValue("X-Request-ID"))
        .isEmpty();
  }

  private static String with(String request, String more) {
    return request.substring(0, request.length() - 1) + "," + more + "}";
  }
}
