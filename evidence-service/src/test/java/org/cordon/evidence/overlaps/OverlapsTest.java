package org.cordon.evidence.overlaps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.cordon.evidence.EvidenceTest;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class OverlapsTest extends EvidenceTest {
  private static final String ACCOUNT =
      """
      I rang the duty desk on the Monday because the school nurse had seen two fading bruises.
      Nobody picked up until the afternoon, so I left a message with the switchboard and wrote
      it down in the day book that we kept behind the counter.
      """;

  @Autowired Overlaps overlaps;
  @Autowired ReadWords reader;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void permit() {
    ACCESS.permit(reviewer, caseId);
  }

  @Test
  void wordsCopiedFromADocumentAreFoundThere() {
    VersionId account = held(ACCOUNT);
    held("The timetable of the bus and the weather of the week are of no interest to anybody.");

    List<Overlap> found =
        overlaps.of(
            caseId,
            "As we heard: Nobody picked up until the afternoon - so I LEFT a message with “the"
                + " switchboard”, and more followed.",
            Set.of());

    // Thirteen words are shared, and up to three at each end may go uncounted.
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().version()).isEqualTo(account);
    assertThat(found.getFirst().coveredWords()).isBetween(8, 14);
  }

  @Test
  void everyRunOfNineWordsIsFoundWhereverItStands() {
    VersionId account = held(ACCOUNT);
    String[] words = ACCOUNT.strip().split("\\s+", -1);

    for (int at = 0; at + 9 <= words.length; at++) {
      String run = String.join(" ", List.of(words).subList(at, at + 9));
      assertThat(overlaps.of(caseId, "before " + run + " after", Set.of()))
          .as(run)
          .extracting(Overlap::version)
          .containsExactly(account);
    }
  }

  @Test
  void whatSharesMostComesFirstAndTheWordsAreCounted() {
    VersionId half = held(ACCOUNT.substring(0, ACCOUNT.indexOf("Nobody")));
    VersionId whole = held(ACCOUNT);

    List<Overlap> found = overlaps.of(caseId, ACCOUNT, Set.of());

    assertThat(found).extracting(Overlap::version).containsExactly(whole, half);
    assertThat(found.getFirst().coveredWords()).isBetween(39, 45);
    assertThat(found.getLast().coveredWords()).isBetween(11, 17);
  }

  @Test
  void versionsThatAreExceptedAreNotLookedFor() {
    VersionId account = held(ACCOUNT);

    assertThat(overlaps.of(caseId, ACCOUNT, Set.of(account))).isEmpty();
  }

  @Test
  void anotherCaseIsNeverCompared() {
    held(ACCOUNT);

    assertThat(overlaps.of(CaseId.create(), ACCOUNT, Set.of())).isEmpty();
  }

  @Test
  void aTextOfSixWordsIsFoundAndOneOfFiveIsNot() {
    VersionId six = held("Mum hid the letter from school.");
    VersionId five = held("Dad threw the letter away.");

    assertThat(overlaps.of(caseId, "And mum hid the letter from school, she said.", Set.of()))
        .extracting(Overlap::version)
        .containsExactly(six);
    assertThat(overlaps.of(caseId, "And dad threw the letter away, she said.", Set.of()))
        .extracting(Overlap::version)
        .doesNotContain(five);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "one two three four five", "!?"})
  void aTextWithoutSixWordsOverlapsNothing(String text) {
    held(ACCOUNT);

    assertThat(overlaps.of(caseId, text, Set.of())).isEmpty();
  }

  @Test
  void aTextOfMoreThanFiveMillionCharactersIsRefused() {
    assertThat(overlaps.of(caseId, "word ".repeat(1_000_000), Set.of())).isEmpty();
    assertThatThrownBy(() -> overlaps.of(caseId, "word ".repeat(1_000_000) + "x", Set.of()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("5,000,000");
  }

  @Test
  void versionsOfBeforeAreCaughtUpWith() {
    VersionId account = held(ACCOUNT);
    forget(account);
    assertThat(overlaps.isComplete(caseId)).isFalse();
    assertThat(overlaps.of(caseId, ACCOUNT, Set.of())).isEmpty();

    assertThat(reader.catchUp()).isZero();

    assertThat(overlaps.isComplete(caseId)).isTrue();
    assertThat(overlaps.of(caseId, ACCOUNT, Set.of()))
        .extracting(Overlap::version)
        .containsExactly(account);
  }

  @Test
  void readingAgainChangesNothing() {
    VersionId account = held(ACCOUNT);
    List<Overlap> before = overlaps.of(caseId, ACCOUNT, Set.of());

    reader.read(account);
    reader.read(VersionId.create());

    assertThat(overlaps.of(caseId, ACCOUNT, Set.of())).isEqualTo(before);
  }

  @Test
  void aTextThatWasAlteredIsSetAsideAndTheOthersAreRead() {
    VersionId altered = held("Altered. " + ACCOUNT);
    VersionId account = held(ACCOUNT);
    asOwner("update extracts set text = text || 'x'::bytea where version_id = '" + altered + "'");
    forget(altered);
    forget(account);

    reader.catchUp();

    assertThat(overlaps.of(caseId, ACCOUNT, Set.of()))
        .extracting(Overlap::version)
        .containsExactly(account);
    assertThat(overlaps.isComplete(caseId)).isTrue();
  }

  @Test
  void fingerprintsAreNeverChangedOrRemoved() {
    held(ACCOUNT);

    for (String statement :
        List.of(
            "update overlap_fingerprints set fingerprint = 1",
            "delete from overlap_fingerprints",
            "update overlap_texts set opened = false",
            "delete from overlap_texts")) {
      assertThatThrownBy(() -> jdbc.sql(statement).update())
          .isInstanceOf(org.springframework.dao.DataAccessException.class);
      assertThatThrownBy(() -> asOwner(statement))
          .hasMessageContaining("are never changed or removed");
    }
  }

  /** A document whose words have been read. */
  private VersionId held(String text) {
    VersionId version = VersionId.from(add("note.txt", utf8(text)).get("version").asString());
    await(
        Duration.ofMinutes(2),
        () ->
            jdbc.sql("select exists (select from overlap_texts where version_id = :version)")
                .param("version", version.value())
                .query(Boolean.class)
                .single());
    return version;
  }

  /** As if the version had come before anybody read words. */
  private static void forget(VersionId version) {
    asOwner(
        """
        alter table overlap_fingerprints disable trigger overlap_fingerprints_are_kept;
        alter table overlap_texts disable trigger overlap_texts_are_kept;
        delete from overlap_fingerprints where text_id =
          (select id from overlap_texts where version_id = 'VERSION');
        delete from overlap_texts where version_id = 'VERSION';
        alter table overlap_fingerprints enable trigger overlap_fingerprints_are_kept;
        alter table overlap_texts enable trigger overlap_texts_are_kept;
        """
            .replace("VERSION", version.toString()));
  }

  private static void asOwner(String sql) {
    try (Connection owner =
            DriverManager.getConnection(
                DATABASE.url(), DATABASE.ownerUser(), DATABASE.ownerPassword());
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }
}
