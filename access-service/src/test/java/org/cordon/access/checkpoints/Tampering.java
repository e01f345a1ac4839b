package org.cordon.access.checkpoints;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.cordon.access.ledger.Ledger;
import org.cordon.access.ledger.StoredEntry;
import org.cordon.merkle.TreeHash;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a superuser of the database can do to a ledger at one place. */
enum Tampering {
  ALTER {
    @Override
    Named at(Superuser superuser, long position) {
      String change =
          List.of(
                  "permitted = not permitted",
                  "person = gen_random_uuid()",
                  "version = gen_random_uuid()",
                  "item = null",
                  "case_id = null",
                  "about = gen_random_uuid()",
                  "recorded_at = recorded_at + interval '1 microsecond'",
                  "action = 'opened'",
                  "policies = '{}'",
                  "policy_set = reverse(policy_set) || 'x'",
                  "detail = 'put in'",
                  "salt = decode(md5('salt'), 'hex')",
                  "digest = sha256(digest)")
              .get(superuser.random().nextInt(13));
      superuser.run("update ledger_entries set " + change + " where id = :id", position);
      return new Named(position, position, Optional.empty());
    }
  },
  DELETE {
    @Override
    Named at(Superuser superuser, long position) {
      superuser.run("delete from ledger_entries where id = :id", position);
      return new Named(position, position, Optional.empty());
    }
  },
  DELETE_AND_CLOSE_THE_GAP {
    @Override
    Named at(Superuser superuser, long position) {
      superuser.run("delete from ledger_entries where id = :id", position);
      superuser.run("delete from ledger_positions where id = :id", position);
      superuser.shift(position, -1);
      return new Named(position, position, Optional.empty());
    }
  },
  REORDER {
    @Override
    Named at(Superuser superuser, long position) {
      long other = 1 + superuser.random().nextLong(superuser.size());
      if (other == position) {
        return DELETE.at(superuser, position);
      }
      superuser.swap(position, other);
      return new Named(Math.min(position, other), Math.min(position, other), Optional.empty());
    }
  },
  INSERT {
    @Override
    Named at(Superuser superuser, long position) {
      UUID id = superuser.copy(position);
      superuser.shift(position - 1, 1);
      superuser
          .jdbc()
          .sql("insert into ledger_positions (position, id) values (:position, :id)")
          .param("position", position)
          .param("id", id)
          .update();
      return new Named(position, position, Optional.empty());
    }
  },
  INSERT_WITHOUT_A_PLACE {
    @Override
    Named at(Superuser superuser, long position) {
      return new Named(0, Long.MAX_VALUE, Optional.of(superuser.copy(position)));
    }
  },
  ALTER_WITH_EVERY_HASH_OF_ITS_OWN {
    @Override
    Named at(Superuser superuser, long position) {
      superuser.run("update ledger_entries set action = 'opened' where id = :id", position);
      superuser.rehash(position);
      return new Named(1, superuser.size(), Optional.empty());
    }
  };

  /**
   * What the check has to name: a position in a range, or an id.
   *
   * @param id of an entry that has no position
   */
  record Named(long from, long to, Optional<UUID> id) {}

  /** Does it, and says what has to be named. */
  abstract Named at(Superuser superuser, long position);

  /** Somebody whom no trigger keeps from anything. */
  record Superuser(JdbcClient jdbc, Ledger ledger, long size, Random random) {

    /** The statement's {@code :id} is the entry at the position. */
    void run(String sql, long position) {
      UUID id =
          jdbc.sql("select id from ledger_positions where position = :position")
              .param("position", position)
              .query(UUID.class)
              .single();
      jdbc.sql(sql).param("id", id).update();
    }

    /** Moves everything after a position by one place. */
    void shift(long after, int by) {
      jdbc.sql("update ledger_positions set position = -position where position > :after")
          .param("after", after)
          .update();
      jdbc.sql("update ledger_positions set position = -position + :by where position < 0")
          .param("by", by)
          .update();
    }

    void swap(long one, long other) {
      for (List<Long> move : List.of(List.of(one, 0L), List.of(other, one), List.of(0L, other))) {
        jdbc.sql("update ledger_positions set position = :to where position = :from")
            .param("from", move.getFirst())
            .param("to", move.getLast())
            .update();
      }
    }

    /** A second entry like the one at the position. */
    UUID copy(long position) {
      UUID id = UUID.randomUUID();
      jdbc.sql(
              """
              insert into ledger_entries
              select (jsonb_populate_record(e, jsonb_build_object('id', cast(:id as text)))).*
              from ledger_entries e
              where e.id = (select p.id from ledger_positions p where p.position = :position)
              """)
          .param("id", id.toString())
          .param("position", position)
          .update();
      return id;
    }

    /** Gives the entry the digest and the leaf hash that its text now has. */
    void rehash(long position) {
      StoredEntry.Text text =
          ledger
              .stored(position - 1, position, 1, Optional.empty())
              .getFirst()
              .text()
              .orElseThrow();
      byte[] digest = digest(text);
      jdbc.sql(
              """
              update ledger_entries set digest = :digest
              where id = (select p.id from ledger_positions p where p.position = :position)
              """)
          .param("digest", digest)
          .param("position", position)
          .update();
      jdbc.sql(
              """
              update ledger_tiles
              set hashes = overlay(hashes placing :hash from cast(:index - index as int) * 32 + 1)
              where level = 0 and :index between index and index + octet_length(hashes) / 32 - 1
              """)
          .param("hash", TreeHash.leaf(digest).bytes())
          .param("index", position - 1)
          .update();
    }

    private static byte[] digest(StoredEntry.Text text) {
      try {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(HexFormat.of().parseHex(text.salt()));
        return sha256.digest(text.canonical().getBytes(StandardCharsets.UTF_8));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
