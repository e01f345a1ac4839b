package org.cordon.evidence.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cordon.evidence.CuttingProxy;
import org.cordon.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Two people write in one draft over connections that break at random; whatever was not answered is
 * sent again, and a 412 is met by looking and writing again, as the page does. Fifteen sentences
 * each; with {@code -Dcordon.all=true} for ten minutes.
 */
class TwoEditorsTest extends PaperTest {
  private static final int SENTENCES = 15;
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final int MOST_ATTEMPTS = 200;
  private static final int LONG_PASSAGE = 2_000;

  private final long seed = Long.getLong("cordon.seed", System.nanoTime());
  private final Instant end =
      Boolean.getBoolean("cordon.all") ? Instant.now().plus(LONG) : Instant.MIN;

  @Test
  void noSentenceIsLostAndNoneIsThereTwice() throws Exception {
    String paper = begin(PaperKind.NARRATIVE);
    List<String> shared = new CopyOnWriteArrayList<>();
    for (int i = 0; i < 4; i++) {
      shared.add(addPassage(paper, "-" + i).get("id").asString());
    }
    try (CuttingProxy proxy = new CuttingProxy(at("/"), seed);
        ExecutorService editors = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<String>>> written = new ArrayList<>();
      for (PersonId person : List.of(reviewer, colleague)) {
        Editor editor = new Editor(paper, person, shared, proxy, new Random(seed + written.size()));
        written.add(editors.submit(editor::write));
      }
      List<String> sentences = new ArrayList<>();
      for (Future<List<String>> each : written) {
        sentences.addAll(each.get());
      }

      assertThat(proxy.cut()).as("connections cut, seed %d", seed).isGreaterThan(5);
      assertThat(String.join(" ", texts(draft(paper))).split(" ", -1))
          .as("seed %d", seed)
          .containsAll(sentences)
          .doesNotHaveDuplicates();
    }
  }

  /** One of the two. */
  private final class Editor {
    private final String passages;
    private final String draft;
    private final PersonId person;
    private final List<String> shared;
    private final CuttingProxy proxy;
    private final Random random;
    private final HttpClient http = HttpClient.newHttpClient();

    Editor(String paper, PersonId person, List<String> shared, CuttingProxy proxy, Random random) {
      this.draft = paper + "/draft";
      this.passages = draft + "/passages";
      this.person = person;
      this.shared = shared;
      this.proxy = proxy;
      this.random = random;
    }

    List<String> write() throws InterruptedException {
      try (http) {
        return writeOn();
      }
    }

    private List<String> writeOn() throws InterruptedException {
      List<String> written = new ArrayList<>();
      while (written.size() < SENTENCES || Instant.now().isBefore(end)) {
        String sentence = person.toString().substring(24) + "-" + written.size();
        String passage = shared.get(random.nextInt(shared.size()));
        append(passage, sentence);
        written.add(sentence);
        if (random.nextInt(10) == 0) {
          send("POST", passages + "/" + passage + "/place", "{}", Map.of());
        }
      }
      return written;
    }

    private void add(String sentence) throws InterruptedException {
      Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
      String passage = JSON.writeValueAsString(Map.of("kind", "PARAGRAPH", "text", sentence));
      HttpResponse<String> added = send("POST", passages, passage, key);
      assertThat(added.statusCode()).isEqualTo(201);
      shared.add(JSON.readTree(added.body()).get("id").asString());
    }

    /** Writes on in a passage that both have, or in a new one when it is long. */
    private void append(String passage, String sentence) throws InterruptedException {
      for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
        JsonNode seen = look(passage);
        String text = seen.get("text").asString();
        if (List.of(text.split(" ", -1)).contains(sentence)) {
          // It was saved, and the answer was lost.
          return;
        }
        if (text.length() > LONG_PASSAGE) {
          add(sentence);
          shared.remove(passage);
          return;
        }
        String body =
            JSON.writeValueAsString(Map.of("kind", "PARAGRAPH", "text", text + " " + sentence));
        Map<String, String> revision =
            Map.of("If-Match", "\"" + seen.get("revision").asInt() + "\"");
        int status = send("PUT", passages + "/" + passage, body, revision).statusCode();
        if (status == 200) {
          return;
        }
        assertThat(status).isEqualTo(412);
      }
      throw new AssertionError("never first");
    }

    private JsonNode look(String passage) throws InterruptedException {
      return JSON.readTree(send("GET", draft, null, Map.of()).body())
          .get("passages")
          .valueStream()
          .filter(it -> it.get("id").asString().equals(passage))
          .findFirst()
          .orElseThrow();
    }

    /** Sends until there is an answer. */
    private HttpResponse<String> send(
        String method, String path, @Nullable String body, Map<String, String> headers)
        throws InterruptedException {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(proxy.at(path))
              .header("Authorization", "Bearer " + token(person))
              .header("Content-Type", "application/json")
              .method(
                  method,
                  body == null
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofString(body));
      headers.forEach(request::header);
      for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
        try {
          return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException cut) {
          // Nobody knows whether it arrived.
        }
      }
      throw new AssertionError("never answered");
    }
  }
}
