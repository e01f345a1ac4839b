package org.cordon.search.searching;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cordon.platform.access.Filter;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.search.index.VersionContent;
import org.cordon.search.testing.Await;
import org.cordon.search.testing.Client;
import org.cordon.search.testing.Client.Answer;
import org.cordon.search.testing.SearchServiceTest;
import org.cordon.search.testing.Surroundings;
import org.cordon.search.testing.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

@SearchServiceTest
class OutageTest {
  private final World world = Surroundings.WORLD;
  private final PersonId reviewer = PersonId.create();
  private final CaseId caseId = CaseId.create();
  @LocalServerPort int port;
  private Client client;

  @BeforeEach
  void fill() {
    client = new Client(port);
    world.permit(reviewer, Filter.everything(), Set.of(caseId), Set.of(caseId));
    add();
    client.awaitIndexed();
  }

  @AfterEach
  void recover() {
    Surroundings.gate().open();
    world.accessDown(false);
    Await.until("it is well again", () -> client.search(reviewer).status() == 200);
  }

  private void add() {
    VersionContent content = World.document("Outage", "xylophone");
    world.add(content, VersionLabels.common(content.version(), content.item(), 1, caseId));
  }

  private int found() {
    Answer answer = client.search(reviewer, "q", "xylophone");
    return answer.status() == 200 ? answer.json().get("total").asInt() : -1;
  }

  @Test
  void withoutElasticsearchPeopleAreToldAndLaterEverythingIsThere() {
    assertThat(client.send("GET", "/actuator/health/readiness", "none").status()).isIn(200, 401);
    Surroundings.gate().shut();

    Answer answer = client.search(reviewer, "q", "xylophone");
    add();

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.json().get("detail").asString())
        .startsWith("Search is not working just now.");
    Surroundings.gate().open();
    Await.until("what came meanwhile is found", () -> found() == 2);
  }

  @Test
  void withoutAccessServiceNothingIsShown() {
    world.accessDown(true);

    Answer answer = client.search(reviewer, "q", "xylophone");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.body()).doesNotContain("xylophone", "Outage");
  }

  @Test
  void queryWordsReachNoLogWhateverGoesWrong() {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Logger ours = (Logger) LoggerFactory.getLogger("org.cordon");
    List<Appender<ILoggingEvent>> console = new ArrayList<>();
    root.iteratorForAppenders().forEachRemaining(console::add);
    console.forEach(root::detachAppender);
    ListAppender<ILoggingEvent> appender = new ListAppender<>();
    appender.start();
    root.addAppender(appender);
    Level before = root.getLevel();
    Level oursBefore = ours.getLevel();
    root.setLevel(Level.INFO);
    ours.setLevel(Level.INFO);
    try {
      client.search(reviewer, "q", "xylophone quartz");
      client.search(reviewer, "q", "xylophone OR");
      client.search(reviewer, "q", "xylophone ".repeat(51));
      client.search(reviewer, "xylophone", "quartz");
      client.sendRaw("GET /api/search?q=xylophone%zz HTTP/1.1");
      client.sendRaw("GET /api/search?q=xylophone<\"{quartz HTTP/1.1");
      Surroundings.gate().shut();
      client.search(reviewer, "q", "xylophone quartz");
      Surroundings.gate().open();
      world.accessDown(true);
      client.search(reviewer, "q", "xylophone quartz");
    } finally {
      root.setLevel(before);
      ours.setLevel(oursBefore);
      root.detachAppender(appender);
      console.forEach(root::addAppender);
    }

    assertThat(logged(appender.list))
        .contains("Elasticsearch did not answer")
        .doesNotContain("xylophone", "quartz");
  }

  private static String logged(List<ILoggingEvent> events) {
    return List.copyOf(events).stream()
        .map(event ->
            event.getFormattedMessage()
                + (event.getThrowableProxy() == null
                    ? ""
                    : ThrowableProxyUtil.asString(event.getThrowableProxy())))
        .collect(Collectors.joining("\n"));
  }
}
