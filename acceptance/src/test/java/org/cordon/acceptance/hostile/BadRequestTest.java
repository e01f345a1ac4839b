package org.cordon.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cordon.acceptance.api.Api;
import org.cordon.acceptance.installation.Cordon;
import org.cordon.acceptance.installation.Status.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON, parameters and headers that do not fit. */
class BadRequestTest {
  private static final String CASES = "/api/access/cases";
  private final Api api = Api.running();
  private final Account manager = Cordon.running().account("alison.keeble");

  @ParameterizedTest
  @ValueSource(strings = {"{\"reference\": ", "", "not json", "{\"title\":\"a\"}{}"})
  void malformedJsonIsRefused(String body) {
    api.post(manager, CASES, body).requireProblem(400);
  }

  @Test
  void anUnknownFieldIsRefusedByItsName() {
    var body =
        Map.of("reference", "R/1", "title", "T", "reviewType", "Other", "favourite", "colour");
    var problem = api.post(manager, CASES, body).requireProblem(400);
    assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo("favourite");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"reference\": 7, \"title\": \"T\", \"reviewType\": \"Other\"}",
        "{\"reference\": [\"R\"], \"title\": \"T\", \"reviewType\": \"Other\"}",
        "{\"reference\": null, \"title\": \"T\", \"reviewType\": \"Other\"}",
        "{\"reference\": \"R\\u0000\", \"title\": \"T\", \"reviewType\": \"Other\"}",
        "[]"
      })
  void aWrongTypeIsRefused(String body) {
    api.post(manager, CASES, body).requireProblem(400);
  }

  @Test
  void jsonOfTwoMegabytesIsRefused() {
    api.post(manager, CASES, "{\"title\": \"" + "t".repeat(2_000_000) + "\"}").requireProblem(413);
  }

  @Test
  void jsonNestedAThousandFoldIsRefused() {
    api.post(manager, CASES, "{\"title\": " + "[".repeat(20_000)).requireProblem(400);
  }

  @Test
  void aHeaderOfSixtyFourKilobytesIsRefused() {
    var answer =
        Wire.send(
            "GET /api/access/me HTTP/1.1",
            "Host: localhost:" + Cordon.running().address().getPort(),
            "X-Padding: " + "x".repeat(64_000),
            "Connection: close");
    assertThat(answer).matches("(?s)HTTP/1.1 (400|431) .*");
    assertThat(answer).doesNotContain("Exception").doesNotContain("Tomcat");
  }

  @Test
  void anAddressOfTenThousandCharactersIsRefused() {
    var answer = api.get(manager, "/api/search?q=" + "q".repeat(10_000));
    assertThat(answer.status()).isIn(400, 414);
    answer.requireProblem(answer.status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=201",
        "limit=ten",
        "limit=99999999999",
        "after=never-given",
        "from=yesterday",
        "kind=SECRET",
        "case=everything",
        "sort=random"
      })
  void aSearchParameterThatDoesNotFitIsRefused(String parameter) {
    var answer = api.get(manager, "/api/search?q=a&" + parameter);
    assertThat(answer.status()).as("%s", answer).isBetween(400, 404);
    answer.requireProblem(answer.status());
  }

  @Test
  void aMediaTypeThatIsNotJsonIsRefused() {
    var request =
        api.as(manager, CASES)
            .header("Content-Type", "text/plain")
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString("hello"));
    api.send(request).requireProblem(415);
  }

  @Test
  void aMethodThatIsNotOfferedIsRefused() {
    api.send(api.as(manager, "/api/access/me").DELETE()).requireProblem(405);
  }
}
