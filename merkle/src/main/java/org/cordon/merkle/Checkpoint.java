package org.cordon.merkle;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a ledger commits to at one size (C2SP tlog-checkpoint): every entry up to there, in its
 * place.
 *
 * @param origin the name of the ledger
 * @param size how many entries it had
 * @param root of the tree over them
 * @param extensions lines that may follow; Cordon writes none
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
  private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,18}");

  /**
   * @throws IllegalArgumentException when the origin or an extension is empty or has a line break,
   *     or no tree has that size
   */
  public Checkpoint {
    extensions = List.copyOf(extensions);
    if (size < 0 || size > TreeRange.MOST_LEAVES) {
      throw new IllegalArgumentException("no ledger has " + size + " entries");
    }
    if (!isLine(origin) || !extensions.stream().allMatch(Checkpoint::isLine)) {
      throw new IllegalArgumentException("a checkpoint has no empty line");
    }
  }

  /** Without extensions. */
  public Checkpoint(String origin, long size, Hash root) {
    this(origin, size, root, List.of());
  }

  private static boolean isLine(String text) {
    return !text.isEmpty() && text.indexOf('\n') < 0;
  }

  /** The text that is signed. */
  public String text() {
    StringBuilder text = new StringBuilder(origin).append('\n');
    text.append(size).append('\n').append(root.base64()).append('\n');
    extensions.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /**
   * Reads the text of a checkpoint. It proves nothing by itself.
   *
   * @throws Unverified when it is not written exactly as {@link #text} writes it
   */
  static Checkpoint parse(String text) throws Unverified {
    List<String> lines = List.of(text.split("\n", -1));
    if (lines.size() < 4 || !lines.getLast().isEmpty()) {
      throw new Unverified("a checkpoint has three lines at least");
    }
    if (!SIZE.matcher(lines.get(1)).matches()) {
      throw new Unverified("the checkpoint's size is not a number as it is written");
    }
    try {
      return new Checkpoint(
          lines.getFirst(),
          Long.parseLong(lines.get(1)),
          Hash.ofBase64(lines.get(2)),
          lines.subList(3, lines.size() - 1));
    } catch (IllegalArgumentException e) {
      throw new Unverified("the checkpoint is not one: " + e.getMessage());
    }
  }
}
