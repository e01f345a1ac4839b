package org.cordon.merkle.export;

import java.util.regex.Pattern;

/** The words and limits of the file, for its writer and its reader. */
final class ExportFormat {
  static final String FORM = "cordon-ledger-export/1";
  static final String SCOPE = "scope";
  static final String WHOLE = "whole";
  static final String CASES = "cases";
  static final String KEY = "key";
  static final String ENTRY = "entry";
  static final String PROOF = "proof";
  static final String MISSING = "missing";
  static final String STRAY = "stray";
  static final String CHECKPOINT = "checkpoint";
  static final String END = "end";

  static final Pattern SALT = Pattern.compile("[0-9a-f]{32}");
  static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  static final int MOST_CASES = 200;

  /** Of a line: the longest is a scope of 200 cases. */
  static final int MOST_LINE_BYTES = 8_192;

  static final int MOST_ENTRY_BYTES = 65_536;
  static final int MOST_NOTE_BYTES = 65_536;
  static final int MOST_HASHES = 61;

  private ExportFormat() {}
}
