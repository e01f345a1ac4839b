package org.cordon.merkle.export;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cordon.merkle.Hash;
import org.cordon.merkle.VerifierKey;

/**
 * Reads a file record by record, holding one at a time. Lines have at most 8,192 bytes, entries and
 * notes at most 65,536; what is longer, cut off or otherwise not as written is {@link
 * MalformedExport}, with the number of the record.
 */
final class ExportReader {
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final ExportScope scope;
  private final VerifierKey key;
  private long records;
  private long places;
  private boolean ended;

  ExportReader(InputStream in) throws IOException {
    this.in = new BufferedInputStream(in, BUFFER);
    if (!line().equals(ExportFormat.FORM)) {
      throw malformed("does not begin with " + ExportFormat.FORM);
    }
    this.scope = reading(() -> scope(words(line(), ExportFormat.SCOPE)));
    this.key = reading(() -> VerifierKey.parse(words(line(), ExportFormat.KEY).getLast()));
  }

  ExportScope scope() {
    return scope;
  }

  /** The key that the file names; nobody but the file says that it is the ledger's. */
  VerifierKey key() {
    return key;
  }

  /** The next record; empty after the end, which is there exactly once. */
  Optional<ExportRecord> next() throws IOException {
    if (ended) {
      return Optional.empty();
    }
    records++;
    String line = line();
    List<String> words = List.of(line.split(" ", -1));
    if (words.getFirst().equals(ExportFormat.END)) {
      end(words);
      return Optional.empty();
    }
    ExportRecord read = reading(() -> read(words));
    places += read instanceof ExportRecord.Placed ? 1 : 0;
    return Optional.of(read);
  }

  private ExportRecord read(List<String> words) throws IOException {
    switch (words.getFirst()) {
      case ExportFormat.ENTRY -> {
        require(words.size() == 6);
        require(ExportFormat.SALT.matcher(words.get(2)).matches());
        require(ExportFormat.DIGEST.matcher(words.get(3)).matches());
        return new ExportRecord.Entry(
            position(words.get(1)),
            words.get(2),
            words.get(3),
            Hash.ofBase64(words.get(4)),
            text(words.get(5), ExportFormat.MOST_ENTRY_BYTES));
      }
      case ExportFormat.PROOF -> {
        require(words.size() <= 1 + ExportFormat.MOST_HASHES);
        return new ExportRecord.Proof(words.stream().skip(1).map(Hash::ofBase64).toList());
      }
      case ExportFormat.MISSING -> {
        require(words.size() == 3);
        return new ExportRecord.Missing(position(words.get(1)), Hash.ofBase64(words.get(2)));
      }
      case ExportFormat.STRAY -> {
        require(words.size() == 2);
        return new ExportRecord.Stray(UUID.fromString(words.get(1)).toString());
      }
      case ExportFormat.CHECKPOINT -> {
        require(words.size() == 2);
        return new ExportRecord.Note(text(words.get(1), ExportFormat.MOST_NOTE_BYTES));
      }
      default -> throw malformed("is of no kind that this file has");
    }
  }

  private void end(List<String> words) throws IOException {
    if (words.size() != 2 || !words.get(1).equals(Long.toString(places)) || in.read() >= 0) {
      throw malformed("is an end that does not fit what came before or after it");
    }
    ended = true;
  }

  private static ExportScope scope(List<String> words) {
    if (words.size() == 2 && words.get(1).equals(ExportFormat.WHOLE)) {
      return new ExportScope.Whole();
    }
    require(words.size() > 2 && words.get(1).equals(ExportFormat.CASES));
    List<UUID> cases = new ArrayList<>();
    words.subList(2, words.size()).forEach(word -> cases.add(UUID.fromString(word)));
    return new ExportScope.OfCases(cases);
  }

  private static List<String> words(String line, String first) {
    List<String> words = List.of(line.split(" ", -1));
    require(words.size() >= 2 && words.getFirst().equals(first));
    return words;
  }

  private static long position(String word) {
    require(word.matches("[1-9][0-9]{0,17}"));
    return Long.parseLong(word);
  }

  private String text(String count, int most) throws IOException {
    require(count.matches("[0-9]{1,6}"));
    int length = Integer.parseInt(count);
    require(length <= most);
    byte[] bytes = in.readNBytes(length);
    require(bytes.length == length);
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    int next = in.read();
    while (next >= 0 && next != '\n') {
      if (line.size() == ExportFormat.MOST_LINE_BYTES) {
        throw malformed("has a line of more than " + ExportFormat.MOST_LINE_BYTES + " bytes");
      }
      line.write(next);
      next = in.read();
    }
    if (next < 0) {
      throw malformed("is cut off");
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new IllegalArgumentException("not as written");
    }
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  private <T> T reading(Reading<T> reading) throws IOException {
    try {
      return reading.read();
    } catch (IllegalArgumentException | CharacterCodingException _) {
      throw malformed("is not as this file's form has it");
    }
  }

  private MalformedExport malformed(String what) {
    return new MalformedExport(
        records == 0
            ? "The file %s.".formatted(what)
            : "Record %d of the file %s.".formatted(records, what));
  }
}
