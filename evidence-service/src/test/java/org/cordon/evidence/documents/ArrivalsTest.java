package org.cordon.evidence.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cordon.evidence.EvidenceTest;
import org.cordon.evidence.objects.EvidenceStore;
import org.cordon.evidence.objects.ObjectName;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Uploads that came to nothing leave no labels that keep the next one out or the item hidden. */
class ArrivalsTest extends EvidenceTest {
  private static final byte[] NOTES = utf8("The school rang on Tuesday.");
  private static final String FAILS = "This is not kept";

  @Autowired JdbcClient jdbc;
  @Autowired Arrivals arrivals;
  @Autowired EvidenceStore store;
  @Autowired AccessClient access;
  @Autowired PlatformTransactionManager transactions;

  @BeforeEach
  void makeCommitsFail() throws SQLException {
    ACCESS.permit(reviewer, caseId);
    asOwner(
        """
        create or replace function refuse_keeping() returns trigger language plpgsql as $$
        begin
          raise exception 'this is not kept';
        end $$;
        create constraint trigger not_kept after insert on versions deferrable initially deferred
          for each row when (new.title = 'This is not kept') execute function refuse_keeping();
        """);
  }

  @AfterEach
  void letCommitsPass() throws SQLException {
    ACCESS.refuseAbandoning(false);
    asOwner("drop trigger not_kept on versions");
  }

  @Test
  void whatWasRolledBackAfterItsLabelsWereRegisteredIsAbandonedAtOnce() {
    JsonNode first = add("a.txt", NOTES);
    int before = ACCESS.labelsRegistered();

    assertThat(addVersion(first, FAILS).statusCode()).isEqualTo(500);

    assertThat(ACCESS.labelsRegistered()).isEqualTo(before);
    assertThat(arrivalsLeft()).isZero();
    assertThat(listed()).containsExactly(first.get("version").asString());
    HttpResponse<String> next = addVersion(first, "The corrected notes");
    assertThat(next.statusCode()).as(next.body()).isEqualTo(201);
    assertThat(JSON.readTree(next.body()).get("number").asInt()).isEqualTo(2);
    assertThat(listed()).containsExactly(JSON.readTree(next.body()).get("version").asString());
  }

  @Test
  void aFirstVersionThatWasRolledBackLeavesNoItem() {
    assertThat(
            upload(
                    reviewer,
                    documents(),
                    Multipart.of("a.txt", NOTES, "{\"title\":\"" + FAILS + "\"}"))
                .statusCode())
        .isEqualTo(500);
    assertThat(listed()).isEmpty();
    assertThat(arrivalsLeft()).isZero();
    assertThat(objectsOf(caseId)).isEmpty();
  }

  @Test
  void whatACrashLeftRegisteredIsAbandonedByTheSweep() {
    JsonNode first = add("a.txt", NOTES);
    ACCESS.refuseAbandoning(true);
    assertThat(addVersion(first, FAILS).statusCode()).isEqualTo(500);
    assertThat(arrivalsLeft()).isEqualTo(1);
    assertThat(addVersion(first, "The corrected notes").statusCode()).isEqualTo(409);
    assertThat(sweep()).isZero();
    assertThat(arrivalsLeft()).isEqualTo(2);
    ACCESS.refuseAbandoning(false);

    assertThat(sweep()).isEqualTo(2);

    assertThat(arrivalsLeft()).isZero();
    assertThat(listed()).containsExactly(first.get("version").asString());
    HttpResponse<String> next = addVersion(first, "The corrected notes");
    assertThat(next.statusCode()).as(next.body()).isEqualTo(201);
    assertThat(listed()).containsExactly(JSON.readTree(next.body()).get("version").asString());
    assertThat(objectsOf(caseId)).hasSize(2);
  }

  @Test
  void aCommitThatComesLateKeepsItsLabelsWhateverTheSweepDoes() throws Exception {
    ObjectName name = ObjectName.content(caseId, VersionId.create());
    arrivals.begin(name);
    store.write(name, new ByteArrayInputStream(NOTES));
    try (ExecutorService sweeper = Executors.newSingleThreadExecutor()) {
      Future<Integer> swept =
          new TransactionTemplate(transactions)
              .execute(_ -> {
                assertThat(arrivals.end(name.version())).isTrue();
                access.register(labels(name.version()));
                Future<Integer> started = sweeper.submit(this::sweep);
                awaitBlocked();
                return started;
              });
      assertThat(swept.get()).isEqualTo(1);
    }
    assertThat(ACCESS.isAbandoned(name.version().toString())).isFalse();
    assertThat(access.labels(name.version())).isPresent();
    assertThat(objectsOf(caseId)).hasSize(1);
  }

  @Test
  void aRegistrationThatComesAfterTheSweepIsRefused() {
    ObjectName name = ObjectName.content(caseId, VersionId.create());
    arrivals.begin(name);
    assertThat(sweep()).isEqualTo(1);
    assertThat(ACCESS.isAbandoned(name.version().toString())).isTrue();
    assertThatThrownBy(() -> access.register(labels(name.version())))
        .isInstanceOfSatisfying(
            Problem.class, it -> assertThat(it.kind()).isEqualTo(Problem.Kind.CONFLICT));
  }

  private VersionLabels labels(VersionId version) {
    return VersionLabels.common(version, ItemId.create(), 1, caseId);
  }

  private HttpResponse<String> addVersion(JsonNode first, String title) {
    return upload(
        reviewer,
        "/api/evidence/items/" + first.get("item").asString() + "/versions",
        Multipart.of("b.txt", NOTES, "{\"title\":\"" + title + "\"}"));
  }

  private List<String> listed() {
    return json("/api/evidence/cases/" + caseId + "/items", token(reviewer))
        .get("items")
        .valueStream()
        .map(it -> it.get("version").get("id").asString())
        .toList();
  }

  private int sweep() {
    return arrivals.sweep(Instant.now().plusSeconds(60));
  }

  private long arrivalsLeft() {
    return jdbc.sql("select count(*) from arrivals where case_id = :case")
        .param("case", UUID.fromString(caseId.toString()))
        .query(Long.class)
        .single();
  }

  /** Until somebody waits for the row of an upload that has not committed. */
  private static void awaitBlocked() {
    await(Duration.ofSeconds(30), ArrivalsTest::isBlocked);
  }

  /** Looked at from outside: a transaction sees the same activity as long as it lasts. */
  private static boolean isBlocked() {
    try (Connection outside =
            DriverManager.getConnection(
                DATABASE.url(), DATABASE.appUser(), DATABASE.appPassword());
        Statement statement = outside.createStatement();
        ResultSet waiting =
            statement.executeQuery(
                """
                select count(*) from pg_stat_activity
                where wait_event_type = 'Lock' and query like 'delete from arrivals%'
                """)) {
      return waiting.next() && waiting.getLong(1) > 0;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static void asOwner(String sql) throws SQLException {
    try (Connection owner =
            DriverManager.getConnection(
                DATABASE.url(), DATABASE.ownerUser(), DATABASE.ownerPassword());
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }
}
