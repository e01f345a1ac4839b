package org.cordon.access.cases;

import org.cordon.platform.texts.Line;

/**
 * A case to open.
 *
 * @param reference the board's own, 1 to 40 characters
 * @param title 1 to 200 characters
 * @param reviewType what kind of review it is in the words of its guidance, 1 to 100 characters
 */
public record OpenCase(String reference, String title, String reviewType) {
  private static final int MAX_REFERENCE = 40;
  private static final int MAX_TITLE = 200;
  private static final int MAX_REVIEW_TYPE = 100;

  /**
   * Checks and cleans.
   *
   * @throws org.cordon.platform.problems.Problem INVALID when one of them is no line
   */
  public OpenCase {
    reference = Line.require("reference", reference, MAX_REFERENCE);
    title = Line.require("title", title, MAX_TITLE);
    reviewType = Line.require("reviewType", reviewType, MAX_REVIEW_TYPE);
  }
}
