package org.cordon.search.index;

import java.util.Locale;

/** Which of a case's two indices a version lies in. */
enum Layer {
  /** What every searching role of the case may read; only here may scores be used. */
  COMMON,
  REST;

  Layer other() {
    return this == COMMON ? REST : COMMON;
  }

  static Layer from(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
