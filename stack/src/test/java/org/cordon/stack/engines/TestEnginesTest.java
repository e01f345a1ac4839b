package org.cordon.stack.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The engines are real, answer, and let in only who has the password. */
class TestEnginesTest {

  @Test
  void everyDatabaseIsFreshAndItsAppRoleOwnsNothing() throws SQLException {
    var first = TestEngines.postgres().database("sample");
    var second = TestEngines.postgres().database("sample");
    assertThat(first.url()).isNotEqualTo(second.url());
    run(first.url(), first.ownerUser(), first.ownerPassword(), "create table notes (body text)");
    run(second.url(), second.ownerUser(), second.ownerPassword(), "create table notes (body text)");
    assertThatThrownBy(
            () -> run(first.url(), first.appUser(), first.appPassword(), "create table t (x int)"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> run(second.url(), first.appUser(), first.appPassword(), "select 1"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> run(first.url(), first.appUser(), "wrong", "select 1"))
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void theObjectStoreAnswersAndRefusesWhoHasNoKey() throws Exception {
    var store = TestEngines.objectStore();
    var answer = send(HttpRequest.newBuilder(URI.create(store.endpoint() + "/")).build());
    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void elasticsearchStemsEnglishAndFoldsAccents() throws Exception {
    var answer =
        send(
            elasticsearch("/people")
                .PUT(
                    BodyPublishers.ofString(
                        """
                        {"settings": {"analysis": {"analyzer": {"names": {
                           "tokenizer": "standard", "filter": ["lowercase", "asciifolding"]}}}},
                         "mappings": {"properties": {
                           "name": {"type": "text", "analyzer": "names"},
                           "note": {"type": "text", "analyzer": "english"}}}}\
                        """))
                .build());
    assertThat(answer.body()).contains("\"acknowledged\":true");
    send(
        elasticsearch("/people/_doc/1?refresh=true")
            .PUT(BodyPublishers.ofString("{\"name\": \"Siân\", \"note\": \"visiting the houses\"}"))
            .build());
    var found = send(elasticsearch("/people/_search?q=name:sian+AND+note:visits").build());
    assertThat(found.body()).contains("\"value\":1");
  }

  @Test
  void theFiltersBehaveAsInAFullDistribution() throws Exception {
    send(elasticsearch("/filters").PUT(BodyPublishers.noBody()).build());
    assertThat(
            tokens("\"lowercase\", {\"type\": \"stemmer\", \"language\": \"english\"}", "Visits"))
        .containsExactly("visit");
    assertThat(tokens("{\"type\": \"edge_ngram\", \"min_gram\": 2, \"max_gram\": 4}", "bruise"))
        .containsExactly("br", "bru", "brui");
    assertThat(tokens("{\"type\": \"word_delimiter_graph\"}", "KSCP2025 PowerShot's"))
        .containsExactly("KSCP", "2025", "Power", "Shot");
  }

  private static List<String> tokens(String filters, String text) throws Exception {
    var body =
        "{\"tokenizer\": \"standard\", \"filter\": [%s], \"text\": \"%s\"}"
            .formatted(filters, text);
    var answer =
        send(elasticsearch("/filters/_analyze").POST(BodyPublishers.ofString(body)).build());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new JsonMapper()
        .readTree(answer.body())
        .path("tokens")
        .valueStream()
        .map(token -> token.path("token").asString())
        .toList();
  }

  @Test
  void elasticsearchRefusesWhoHasNoPassword() throws Exception {
    var url = URI.create(TestEngines.elasticsearch().url() + "/_cluster/health");
    assertThat(send(HttpRequest.newBuilder(url).build()).statusCode()).isEqualTo(401);
  }

  private static void run(String url, String user, String password, String sql)
      throws SQLException {
    try (var connection = DriverManager.getConnection(url, user, password);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static HttpRequest.Builder elasticsearch(String path) {
    var engine = TestEngines.elasticsearch();
    var credentials = engine.username() + ":" + engine.password();
    return HttpRequest.newBuilder(URI.create(engine.url() + path))
        .header("Content-Type", "application/json")
        .header(
            "Authorization",
            "Basic "
                + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    }
  }
}
