package org.cordon.search.query;

/** The smallest parts of what was typed. */
sealed interface WordsToken {
  record Open() implements WordsToken {}

  record Close() implements WordsToken {}

  record Or() implements WordsToken {}

  record And() implements WordsToken {}

  record Not() implements WordsToken {}

  /** A word, a phrase or the beginning of a word. */
  record Term(Words words) implements WordsToken {}
}
