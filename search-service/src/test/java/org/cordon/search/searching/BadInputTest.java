package org.cordon.search.searching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.cordon.platform.access.Filter;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.testing.TestIssuer;
import org.cordon.search.testing.Await;
import org.cordon.search.testing.Client;
import org.cordon.search.testing.Client.Answer;
import org.cordon.search.testing.SearchServiceTest;
import org.cordon.search.testing.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@SearchServiceTest
class BadInputTest {
  private final PersonId reviewer = PersonId.create();
  @LocalServerPort int port;

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "q=%22never+closed, q",
        "q=secretword+OR, q",
        "case=7, case",
        "case=, ",
        "kind=LETTER, kind",
        "kind=DOCUMENT%2CREPORT, kind",
        "agency=x, agency",
        "from=2024-02-30, from",
        "from=24-02-03, from",
        "from=2024-2-3, from",
        "to=yesterday, to",
        "to=2024-01-01T00:00:00Z, to",
        "from=2024-02-02&to=2024-02-01, from",
        "sort=score, sort",
        "limit=0, limit",
        "limit=201, limit",
        "limit=many, limit",
        "limit=99999999999, limit",
        "after=!!, after",
        "after=AAAA, after",
        "after=UkVMRVZBTkNFLzEvMS8x, after",
        "q=a&q=b, q",
        "kind=DOCUMENT&kind=REPORT, kind",
        "size=3, only these parameters",
        "query=%7B%7D, only these parameters",
      })
  void whatDoesNotFitIsAProblemThatNamesIt(String query, String named) {
    Surroundings.WORLD.permit(reviewer, Filter.everything(), Set.of(CaseId.create()), Set.of());

    Answer answer =
        new Client(port)
            .send(
                "GET", "/api/search?" + query, TestIssuer.shared().person(reviewer, "Ada Rahman"));

    if (named == null) {
      assertThat(answer.status()).isEqualTo(200);
    } else {
      assertThat(answer.status()).as(answer.body()).isEqualTo(400);
      assertThat(answer.contentType()).startsWith("application/problem+json");
      assertThat(answer.json().get("detail").asString()).contains(named);
      assertThat(answer.body()).doesNotContain("secretword", "closed\"+", "Exception");
    }
  }

  @Test
  void aBodyThatIsTooLargeIsNotRead() {
    Answer answer =
        new Client(port).send("POST", "/internal/rebuild", Client.service(), "x".repeat(300_000));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.contentType()).startsWith("application/problem+json");
  }

  @Test
  void aCursorOfAnotherOrderIsRefused() {
    String cursor =
        new Cursor(SortBy.DATE, 0f, 12, org.cordon.platform.ids.VersionId.create()).encoded();
    Client client = new Client(port);

    assertThat(client.search(reviewer, "sort", "-date", "after", cursor).status()).isEqualTo(400);
    assertThat(client.search(reviewer, "sort", "date", "after", cursor).status()).isEqualTo(200);
  }

  @Test
  void aRebuildIsAcceptedFromAService() {
    Client client = new Client(port);
    client.awaitIndexed();

    assertThat(client.send("POST", "/internal/rebuild", Client.service()).status()).isEqualTo(202);
    Await.until("the rebuild is done", () -> !client.positions().get("rebuilding").asBoolean());
  }

  @Test
  void onlyAPersonSearchesAndOnlyAServiceSeesTheInside() {
    Client client = new Client(port);
    TestIssuer issuer = TestIssuer.shared();

    assertThat(client.send("GET", "/api/search", "nonsense").status()).isEqualTo(401);
    assertThat(client.send("GET", "/api/search", issuer.expired(reviewer)).status()).isEqualTo(401);
    assertThat(client.send("GET", "/api/search", issuer.forAnotherAudience(reviewer)).status())
        .isEqualTo(401);
    assertThat(client.send("GET", "/api/search", issuer.nobody()).status()).isEqualTo(404);
    String person = issuer.person(reviewer, "Ada Rahman");
    assertThat(client.send("GET", "/internal/positions", person).status()).isEqualTo(404);
    assertThat(client.send("POST", "/internal/rebuild", person).status()).isEqualTo(404);
    assertThat(client.send("POST", "/api/search", person).status()).isEqualTo(405);
    assertThat(client.send("GET", "/internal/positions", Client.service()).status()).isEqualTo(200);
    assertThat(client.send("GET", "/v3/api-docs", person).json().get("paths").propertyNames())
        .containsExactly("/api/search");
  }
}
