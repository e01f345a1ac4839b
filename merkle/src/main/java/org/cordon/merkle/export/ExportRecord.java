package org.cordon.merkle.export;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.cordon.merkle.Hash;
import org.cordon.merkle.TreeHash;

/** One record of a file, after its head. */
sealed interface ExportRecord {

  /** A place in the ledger, with the hash that the ledger's tree has for it. */
  sealed interface Placed extends ExportRecord {
    long position();

    Hash recorded();
  }

  /** An entry as it stands now. */
  final class Entry implements Placed {
    private final long position;
    private final byte[] salt;
    private final Hash recorded;
    private final byte[] canonical;

    Entry(long position, byte[] salt, Hash recorded, byte[] canonical) {
      this.position = position;
      this.salt = salt;
      this.recorded = recorded;
      this.canonical = canonical;
    }

    @Override
    public long position() {
      return position;
    }

    @Override
    public Hash recorded() {
      return recorded;
    }

    /** The leaf hash that its salt and text give. */
    Hash computed() {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(salt);
        return TreeHash.leaf(digest.digest(canonical));
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException("every Java platform has SHA-256", impossible);
      }
    }

    /** What it says its id is. */
    String id() {
      return new String(canonical, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.matches("id=[0-9a-f-]{36}"))
          .findFirst()
          .map(line -> line.substring(3))
          .orElse("without an id");
    }
  }

  /** A place whose entry is gone or cannot be read any more. */
  record Missing(long position, Hash recorded) implements Placed {}

  /** The inclusion proof of the entry before it. */
  record Proof(List<Hash> path) implements ExportRecord {
    public Proof {
      path = List.copyOf(path);
    }
  }

  /** An entry that stands in the table and was never given a place. */
  record Stray(String id) implements ExportRecord {}

  /** A signed note, not yet verified. */
  record Note(String text) implements ExportRecord {}
}
