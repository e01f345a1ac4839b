package org.cordon.access.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cordon.platform.ids.CaseId;
import org.cordon.stack.engines.PostgresEngine;
import org.cordon.stack.engines.TestEngines;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

class StoredRowTest {

  @Test
  void everyColumnOfTheTableIsBoundByTheDigestOrIsTheDigest() throws Exception {
    onALedgerOfOne(seen ->
        assertThat(
                seen.sql(
                        """
                        select column_name from information_schema.columns
                        where table_name = 'ledger_entries'
                        """)
                    .query(String.class)
                    .list())
            .as("a new column has to go into the canonical text")
            .containsExactlyInAnyOrder(
                "id",
                "recorded_at",
                "kind",
                "person",
                "case_id",
                "item",
                "version",
                "about",
                "action",
                "permitted",
                "policies",
                "policy_set",
                "confirms",
                "detail",
                "salt",
                "digest"));
  }

  @Test
  void aRowThatReadsLikeAnotherThroughALineBreakHasNoText() throws Exception {
    for (String change :
        List.of(
            "permitted = null, action = action || E'\\npermitted=' || permitted",
            "policies = array['a,b']",
            "policies = array['']",
            "policies = array[null]::text[]",
            "policies = null",
            "salt = null",
            "digest = null",
            "recorded_at = null")) {
      onALedgerOfOne(seen -> {
        seen.sql("update ledger_entries set " + change).update();
        StoredEntry stored = new PlacedStore(seen).stored(0, 1, 10, Optional.empty()).getFirst();
        assertThat(stored.text()).as(change).isEmpty();
      });
    }
  }

  @Test
  void aValueWithALineBreakIsNotRecordedInTheFirstPlace() {
    assertThatThrownBy(() -> new CanonicalText().with("detail", "a\nb"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CanonicalText().withPolicies(List.of("a,b")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** As a superuser, whom neither triggers nor constraints keep from anything. */
  private static void onALedgerOfOne(Consumer<JdbcClient> work) throws Exception {
    PostgresEngine.Database database = TestEngines.postgres().database("row");
    try (LedgerDatabase ledger = LedgerDatabase.in(database);
        Connection superuser = TestEngines.postgres().superuser(database);
        Statement statement = superuser.createStatement()) {
      TransactionTemplate transactions = ledger.transactions();
      ledger.append(LedgerDatabase.decisions(CaseId.create(), 1));
      transactions.executeWithoutResult(_ -> ledger.ledger().place(10));
      statement.execute("set session_replication_role = replica");
      statement.execute(
          """
          do $$
          declare found record;
          begin
            for found in select conname from pg_constraint
                where conrelid = 'ledger_entries'::regclass and contype = 'c' loop
              execute 'alter table ledger_entries drop constraint ' || quote_ident(found.conname);
            end loop;
          end $$
          """);
      for (String column : List.of("recorded_at", "policies", "salt", "digest")) {
        statement.execute("alter table ledger_entries alter column " + column + " drop not null");
      }
      work.accept(JdbcClient.create(new SingleConnectionDataSource(superuser, true)));
    }
  }
}
