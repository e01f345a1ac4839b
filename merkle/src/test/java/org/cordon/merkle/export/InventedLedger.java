package org.cordon.merkle.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cordon.merkle.Checkpoint;
import org.cordon.merkle.CompactRange;
import org.cordon.merkle.Hash;
import org.cordon.merkle.NodeId;
import org.cordon.merkle.ProofPlan;
import org.cordon.merkle.SigningKey;

/** A ledger as its owner keeps it: rows that can be tampered with, and what was signed before. */
final class InventedLedger {
  static final String NAME = "cordon.example/ledger";
  static final UUID CASE = UUID.fromString("01919191-0000-7000-8000-0000000000aa");

  final SigningKey key = SigningKey.parse(SigningKey.create(NAME, new SecureRandom()));
  final List<Optional<String>> texts = new ArrayList<>();
  final Map<Integer, String> digests = new HashMap<>();
  final List<Hash> leaves = new ArrayList<>();
  final List<String> notes = new ArrayList<>();
  final List<Integer> sizes = new ArrayList<>();
  private final Map<NodeId, Hash> nodes = new HashMap<>();

  /** Signed after every {@code step} entries, and at the end. */
  InventedLedger(int size, int step) {
    CompactRange tree = CompactRange.empty();
    sign(tree);
    for (int position = 1; position <= size; position++) {
      texts.add(Optional.of(text(position)));
      Hash leaf = leaf(text(position));
      leaves.add(leaf);
      tree.append(leaf, nodes::put);
      if (position % step == 0 || position == size) {
        sign(tree);
      }
    }
  }

  private void sign(CompactRange tree) {
    sizes.add((int) tree.size());
    notes.add(key.sign(new Checkpoint(NAME, tree.size(), tree.root())).note());
  }

  static String text(int position) {
    return "cordon-ledger-entry/1\nid=01919191-0000-7000-8000-%012d\ndetail=\u00e9\n"
        .formatted(position);
  }

  /** Every entry has the same salt: what it is worth does not matter here. */
  static final String SALT = "00".repeat(16);

  static Hash leaf(String text) {
    return record(text, "").computed();
  }

  static String digest(String text) {
    return HexFormat.of().formatHex(record(text, "").computedDigest());
  }

  private static ExportRecord.Entry record(String text, String digest) {
    return new ExportRecord.Entry(1, SALT, digest, Hash.of(new byte[32]), text);
  }

  /** Writes an entry that fits itself. */
  static void write(ExportWriter writer, int position, String text) throws IOException {
    writer.entry(position, SALT, digest(text), leaf(text), text);
  }

  /** The checkpoint of that size, signed by the same key over the same or another history. */
  String note(int size) {
    return notes.get(sizes.indexOf(size));
  }

  /** The whole of it, as it stands now. */
  byte[] whole() {
    return written(
        new ExportScope.Whole(),
        writer -> {
          for (int size = 0; size <= texts.size(); size++) {
            if (size > 0) {
              place(writer, size);
            }
            for (int i = 0; i < sizes.size(); i++) {
              if (sizes.get(i) == size) {
                writer.checkpoint(notes.get(i));
              }
            }
          }
        });
  }

  /** Some places, each proven against the newest checkpoint. */
  byte[] cases(int... positions) {
    return written(
        new ExportScope.OfCases(List.of(CASE)),
        writer -> {
          writer.checkpoint(notes.getLast());
          for (int position : positions) {
            place(writer, position);
            if (texts.get(position - 1).isPresent()) {
              writer.proof(ProofPlan.inclusion(position - 1, sizes.getLast()).path(this::node));
            }
          }
        });
  }

  private Hash node(NodeId id) {
    return Optional.ofNullable(nodes.get(id)).orElseThrow();
  }

  private void place(ExportWriter writer, int position) throws IOException {
    Optional<String> text = texts.get(position - 1);
    if (text.isPresent()) {
      writer.entry(
          position,
          SALT,
          digests.getOrDefault(position, digest(text.get())),
          leaves.get(position - 1),
          text.get());
    } else {
      writer.missing(position, leaves.get(position - 1));
    }
  }

  interface Records {
    void write(ExportWriter writer) throws IOException;
  }

  byte[] written(ExportScope scope, Records records) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ExportWriter writer = new ExportWriter(file, scope, key.verifierKey());
      records.write(writer);
      writer.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }
}
