package org.cordon.merkle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text and the signatures under it (C2SP signed-note). Reading one proves nothing; {@link
 * #verify} does.
 *
 * @param body what is signed, with the line feed that ends it
 */
record SignedNote(String body, List<Line> signatures) {
  static final int ID_LENGTH = 4;

  /** In characters; a note that is longer is refused unread. */
  static final int MOST_CHARACTERS = 16_384;

  private static final int MOST_SIGNATURES = 32;
  private static final String DASH = "\u2014 ";

  /**
   * One line of signature.
   *
   * @param base64 of the key's id and the signature
   */
  record Line(String name, String base64) {
    boolean isBy(VerifierKey key) {
      return name.equals(key.name())
          && Arrays.equals(key.id(), Arrays.copyOf(StrictBase64.decode(base64), ID_LENGTH));
    }

    byte[] signature() {
      byte[] signed = StrictBase64.decode(base64);
      return Arrays.copyOfRange(signed, ID_LENGTH, signed.length);
    }
  }

  SignedNote {
    signatures = List.copyOf(signatures);
  }

  static SignedNote of(String text, VerifierKey key, byte[] signature) {
    byte[] signed = Arrays.copyOf(key.id(), ID_LENGTH + signature.length);
    System.arraycopy(signature, 0, signed, ID_LENGTH, signature.length);
    return new SignedNote(text, List.of(new Line(key.name(), StrictBase64.encode(signed))));
  }

  /**
   * Reads a note.
   *
   * @throws Unverified when it is not one, is longer than 16,384 characters or has more than 32
   *     signatures
   */
  static SignedNote parse(String note) throws Unverified {
    if (note.length() > MOST_CHARACTERS) {
      throw new Unverified("the note has more than 16,384 characters");
    }
    if (note.chars().anyMatch(c -> c < ' ' && c != '\n') || isBroken(note)) {
      throw new Unverified("the note holds a character that a note must not hold");
    }
    int split = note.lastIndexOf("\n\n");
    if (split < 0 || !note.endsWith("\n")) {
      throw new Unverified("the note has no signatures under it");
    }
    String[] lines = note.substring(split + 2).split("\n", -1);
    if (lines.length < 2 || lines.length - 1 > MOST_SIGNATURES) {
      throw new Unverified("the note has no signature, or more than " + MOST_SIGNATURES);
    }
    List<Line> signatures = new ArrayList<>();
    for (String line : Arrays.copyOf(lines, lines.length - 1)) {
      signatures.add(line(line));
    }
    return new SignedNote(note.substring(0, split + 1), signatures);
  }

  /** Half a surrogate pair has no form in UTF-8. */
  private static boolean isBroken(String note) {
    return !StandardCharsets.UTF_8.newEncoder().canEncode(note);
  }

  private static Line line(String line) throws Unverified {
    String[] parts = line.startsWith(DASH) ? line.substring(2).split(" ", -1) : new String[0];
    try {
      VerifierKey.requireName(parts.length == 2 ? parts[0] : "");
      if (StrictBase64.decode(parts[1]).length > ID_LENGTH) {
        return new Line(parts[0], parts[1]);
      }
    } catch (IllegalArgumentException _) {
      // Said below, in the same words for every way of being wrong.
    }
    throw new Unverified("the note has a line of signature that is none");
  }

  /**
   * Checks what the key signed. Signatures of other keys are passed over, as witnesses may add
   * theirs.
   *
   * @throws Unverified when no signature is the key's, or one that says it is does not verify
   */
  void verify(VerifierKey key) throws Unverified {
    List<Line> ours = signatures.stream().filter(line -> line.isBy(key)).toList();
    if (ours.isEmpty()) {
      throw new Unverified("the note is not signed by " + key.name() + " with this key");
    }
    for (Line line : ours) {
      if (!key.verifies(body, line.signature())) {
        throw new Unverified("the signature of " + key.name() + " under the note is false");
      }
    }
  }

  /** The note as it is handed on. */
  String text() {
    StringBuilder text = new StringBuilder(body).append('\n');
    for (Line line : signatures) {
      text.append(DASH).append(line.name()).append(' ');
      text.append(line.base64()).append('\n');
    }
    return text.toString();
  }
}
