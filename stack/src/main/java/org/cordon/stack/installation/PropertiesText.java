package org.cordon.stack.installation;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Java property files as text: sorted, without a date, every value on one line. */
public final class PropertiesText {
  private PropertiesText() {}

  public static String of(Map<String, String> values) {
    return new TreeMap<>(values)
        .entrySet().stream()
            .map(entry -> entry.getKey() + "=" + escape(entry.getValue()) + "\n")
            .collect(Collectors.joining());
  }

  private static String escape(String value) {
    if (value.chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw new IllegalArgumentException("A setting holds something other than printable ASCII");
    }
    var escaped = value.replace("\\", "\\\\");
    return escaped.startsWith(" ") ? "\\" + escaped : escaped;
  }
}
