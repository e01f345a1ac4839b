package org.cordon.search.query;

import java.util.List;

/** What a person looks for. */
public sealed interface Words {

  /** A word in any of its forms: {@code bruise} finds bruised and bruises. */
  record Word(String text) implements Words {}

  /** Words as they stand, one after the other. */
  record Phrase(String text) implements Words {}

  /** Words that begin so. */
  record Prefix(String text) implements Words {}

  /** What must not be there. */
  record Not(Words of) implements Words {}

  /** All of them. */
  record All(List<Words> of) implements Words {
    public All {
      of = List.copyOf(of);
    }
  }

  /** At least one of them. */
  record Either(List<Words> of) implements Words {
    public Either {
      of = List.copyOf(of);
    }
  }
}
