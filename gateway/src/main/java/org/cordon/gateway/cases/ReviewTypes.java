package org.cordon.gateway.cases;

import java.util.List;

/**
 * What a review may be called when it is opened; the name and its rules are data to access-service.
 */
final class ReviewTypes {
  static final List<String> ALL =
      List.of(
          "Local child safeguarding practice review",
          "Serious case review",
          "Child practice review (Wales)",
          "Learning review (Scotland)",
          "Case management review (Northern Ireland)");

  private ReviewTypes() {}
}
