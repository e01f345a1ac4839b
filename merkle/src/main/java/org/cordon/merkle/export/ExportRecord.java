package org.cordon.merkle.export;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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

  /**
   * An entry as it stands now.
   *
   * @param salt in hexadecimal
   * @param digest in hexadecimal, as the ledger keeps it
   * @param recorded the leaf hash, as the ledger keeps it
   */
  record Entry(long position, String salt, String digest, Hash recorded, String canonical)
      implements Placed {

    /** The digest that salt and text give. */
    byte[] computedDigest() {
      try {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(HexFormat.of().parseHex(salt));
        return sha256.digest(canonical.getBytes(StandardCharsets.UTF_8));
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException("every Java platform has SHA-256", impossible);
      }
    }

    /** The leaf hash that salt and text give. */
    Hash computed() {
      return TreeHash.leaf(computedDigest());
    }

    /** Whether the digest that is kept is the one that salt and text give. */
    boolean hasItsDigest() {
      return digest.equals(HexFormat.of().formatHex(computedDigest()));
    }

    /** What it says its id is. */
    String id() {
      return canonical
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
