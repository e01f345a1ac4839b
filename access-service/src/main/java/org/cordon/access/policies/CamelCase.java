package org.cordon.access.policies;

import java.util.Locale;

/** A Java constant's name as the policies write it: {@code LEAD_REVIEWER}, {@code leadReviewer}. */
final class CamelCase {
  private CamelCase() {}

  static String of(Enum<?> constant) {
    StringBuilder camel = new StringBuilder();
    for (String word : constant.name().split("_", -1)) {
      camel
          .append(camel.isEmpty() ? lower(word.substring(0, 1)) : word.substring(0, 1))
          .append(lower(word.substring(1)));
    }
    return camel.toString();
  }

  private static String lower(String letters) {
    return letters.toLowerCase(Locale.ROOT);
  }
}
