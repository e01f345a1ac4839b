package org.cordon.access.authzen;

import java.util.Map;

/**
 * An action (section 5.3 of the standard).
 *
 * @param properties what the caller says of it; empty when nothing
 */
record NamedAction(String name, Map<String, Object> properties) {
  NamedAction {
    properties = Copies.of(properties);
  }

  static NamedAction of(String name) {
    return new NamedAction(name, Map.of());
  }
}
