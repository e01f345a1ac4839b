package org.cordon.access.authzen;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies of JSON objects; unlike {@link Map#copyOf}, they may hold null as a value. */
final class Copies {
  private Copies() {}

  static Map<String, Object> of(Map<String, Object> object) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(object));
  }
}
