package org.cordon.evidence.overlaps;

import java.io.IOException;
import java.io.Reader;
import java.text.Normalizer;
import java.util.function.Consumer;

/**
 * The words of a text as they are compared: NFKC, lower case, without punctuation, white space,
 * apostrophes and the hyphens inside words; a word that a hyphen breaks over two lines is one. An
 * ideograph is a word by itself. Whatever is longer than {@value #LONGEST} letters is cut.
 */
final class Words {
  private static final int LONGEST = 64;
  private static final int LONGEST_STRETCH = 4096;

  private final Consumer<String> to;
  private final StringBuilder stretch = new StringBuilder();
  private final StringBuilder word = new StringBuilder();
  private int letters;
  private Hyphen hyphen = Hyphen.NONE;

  /** What a hyphen at the end of the word so far may still turn out to be. */
  private enum Hyphen {
    NONE,
    SEEN,
    /** The line ended after it. */
    BROKEN
  }

  private Words(Consumer<String> to) {
    this.to = to;
  }

  /** Gives every word of the text, in order; the text is read once and never held. */
  static void read(Reader text, Consumer<String> to) throws IOException {
    Words words = new Words(to);
    char[] block = new char[8192];
    for (int length = text.read(block); length >= 0; length = text.read(block)) {
      for (int i = 0; i < length; i++) {
        words.take(block[i]);
      }
    }
    words.endStretch();
    words.endWord();
  }

  /** Stretches between white space are normalised as a whole, because marks follow letters. */
  private void take(char next) {
    if (isWhite(next)) {
      endStretch();
      point(next);
      return;
    }
    stretch.append(next);
    if (stretch.length() >= LONGEST_STRETCH && !Character.isHighSurrogate(next)) {
      endStretch();
    }
  }

  private void endStretch() {
    if (!stretch.isEmpty()) {
      Normalizer.normalize(stretch, Normalizer.Form.NFKC).codePoints().forEach(this::point);
      stretch.setLength(0);
    }
  }

  private void point(int point) {
    if (Character.isIdeographic(point)) {
      endWord();
      append(point);
      endWord();
    } else if (Character.isLetterOrDigit(point)) {
      hyphen = Hyphen.NONE;
      append(Character.toLowerCase(point));
    } else if (isMark(point)) {
      if (letters > 0) {
        append(point);
      }
    } else if (isHyphen(point)) {
      if (hyphen == Hyphen.NONE && letters > 0) {
        hyphen = Hyphen.SEEN;
      } else {
        endWord();
      }
    } else if (isWhite(point)) {
      white(point);
    } else if (!isDropped(point)) {
      endWord();
    }
  }

  private void white(int point) {
    if (hyphen == Hyphen.SEEN && isLineEnd(point)) {
      hyphen = Hyphen.BROKEN;
    } else if (hyphen != Hyphen.BROKEN) {
      endWord();
    }
  }

  private void append(int point) {
    word.appendCodePoint(point);
    letters++;
    if (letters >= LONGEST) {
      endWord();
    }
  }

  private void endWord() {
    hyphen = Hyphen.NONE;
    if (letters > 0) {
      to.accept(word.toString());
      word.setLength(0);
      letters = 0;
    }
  }

  private static boolean isWhite(int point) {
    return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == 0x85;
  }

  private static boolean isLineEnd(int point) {
    return (point >= '\n' && point <= '\r') || point == 0x85 || point == 0x2028 || point == 0x2029;
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isHyphen(int point) {
    return point == '-' || point == 0x2010 || point == 0x2011;
  }

  /** Apostrophes, and what is there but not seen: soft hyphens, joiners, direction marks. */
  private static boolean isDropped(int point) {
    return point == '\''
        || point == 0x2019
        || point == 0x02BC
        || Character.getType(point) == Character.FORMAT;
  }
}
