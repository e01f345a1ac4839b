package org.cordon.access.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.cordon.platform.ids.CaseId;
import org.cordon.stack.engines.TestEngines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/** What the database itself refuses to take for an entry, whoever adds it. */
class EntryConstraintsTest {
  private static final LedgerDatabase LEDGER =
      LedgerDatabase.in(TestEngines.postgres().database("entries"));

  @BeforeAll
  static void append() {
    LEDGER.append(LedgerDatabase.decisions(CaseId.create(), 1));
  }

  @AfterAll
  static void stop() {
    LEDGER.close();
  }

  @Test
  void aDecisionLikeAnotherIsOne() {
    assertThat(added("{}")).isEqualTo(1);
    assertThat(added("{\"policy_set\":\"%s\"}".formatted("0123456789abcdef".repeat(4))))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kind\":\"GUESS\"}",
        "{\"kind\":\"DELIVERY\"}",
        "{\"kind\":\"CHANGE\"}",
        "{\"person\":null}",
        "{\"permitted\":null}",
        "{\"policy_set\":null}",
        "{\"policy_set\":\"\"}",
        "{\"policy_set\":\"5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E\"}",
        "{\"policy_set\":\"5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e\"}",
        "{\"policy_set\":\"5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e  \"}",
        "{\"policy_set\":\"the policies of that day were such that they cannot be said hexly\"}",
        "{\"action\":\"\"}",
        "{\"action\":\"read it\"}",
        "{\"detail\":\"\"}",
        "{\"detail\":\" put in\"}",
        "{\"detail\":\"put\\nin\"}",
        "{\"salt\":\"\\\\x00\"}",
        "{\"digest\":\"\\\\x00\"}",
        "{\"confirms\":\"018f0000-0000-7000-8000-000000000000\"}"
      })
  void whatIsNoEntryIsRefused(String change) {
    assertThatThrownBy(() -> added(change)).isInstanceOf(DataAccessException.class);
  }

  @Test
  void nothingIsRecordedTwice() {
    UUID id = LEDGER.jdbc().sql("select id from ledger_entries limit 1").query(UUID.class).single();
    assertThatThrownBy(() -> added("{\"id\":\"%s\"}".formatted(id)))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void aDecisionIsDurableAtOnceOrWithTheTransactionThatItIsMadeIn() {
    CaseId caseId = CaseId.create();
    List<LedgerEvent.Decided> decisions = LedgerDatabase.decisions(caseId, 2);
    LEDGER
        .transactions()
        .execute(taken -> {
          LEDGER.record(decisions);
          taken.setRollbackOnly();
          return true;
        });
    assertThat(of(caseId)).isZero();
    LEDGER.record(decisions);
    assertThat(of(caseId)).isEqualTo(2);
    LEDGER.record(decisions.subList(0, 1));
    assertThat(of(caseId)).isEqualTo(3);
  }

  /** Those that wait for their position, so both rows of an entry are there. */
  private static long of(CaseId caseId) {
    return LEDGER
        .jdbc()
        .sql(
            """
            select count(*) from ledger_entries e join ledger_pending w on w.id = e.id
            where e.case_id = :case
            """)
        .param("case", caseId.value())
        .query(Long.class)
        .single();
  }

  private static int added(String change) {
    return LEDGER
        .jdbc()
        .sql(
            """
            insert into ledger_entries
            select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid())
              || cast(:change as jsonb))).*
            from ledger_entries e where e.kind = 'DECISION' limit 1
            """)
        .param("change", change)
        .update();
  }
}
