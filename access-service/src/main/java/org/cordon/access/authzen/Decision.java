package org.cordon.access.authzen;

import java.util.Map;

/**
 * An answer to an {@link AccessRequest}.
 *
 * @param context what any caller is told with it
 * @param details what Cordon's own services are told besides: why
 */
record Decision(boolean permitted, Map<String, Object> context, Map<String, Object> details) {
  Decision {
    context = Copies.of(context);
    details = Copies.of(details);
  }

  /** An evaluation that could not be made, and therefore denies (section 7.2.1). */
  static Decision failed(String message) {
    return new Decision(
        false, Map.of("error", Map.of("status", 400, "message", message)), Map.of());
  }
}
