package org.cordon.access.authzen;

import java.util.Map;

/**
 * A subject or a resource (section 5.1 and 5.2 of the standard).
 *
 * @param id its identifier within the type
 * @param properties what the caller says of it; empty when nothing
 */
record Entity(String type, String id, Map<String, Object> properties) {
  Entity {
    properties = Copies.of(properties);
  }

  static Entity of(String type, String id) {
    return new Entity(type, id, Map.of());
  }
}
