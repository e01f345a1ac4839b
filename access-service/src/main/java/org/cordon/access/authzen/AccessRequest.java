package org.cordon.access.authzen;

import java.util.Map;

/** May the subject do this to the resource? (Section 6.1 of the standard.) */
record AccessRequest(
    Entity subject, NamedAction action, Entity resource, Map<String, Object> context) {
  AccessRequest {
    context = Copies.of(context);
  }
}
