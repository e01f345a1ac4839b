package org.cordon.access.cases;

import org.cordon.platform.texts.Line;
import org.jspecify.annotations.Nullable;

/**
 * A case to open.
 *
 * @param reference the board's own, 1 to 40 characters
 * @param title 1 to 200 characters
 * @param reviewType what kind of review it is in the words of its guidance, 1 to 100 characters
 */
public record OpenCase(
    @Nullable String reference, @Nullable String title, @Nullable String reviewType) {
  private static final int MAX_REFERENCE = 40;
  private static final int MAX_TITLE = 200;
  private static final int MAX_REVIEW_TYPE = 100;

  public OpenCase {
    reference = Line.require("reference", reference, MAX_REFERENCE);
    title = Line.require("title", title, MAX_TITLE);
    reviewType = Line.require("reviewType", reviewType, MAX_REVIEW_TYPE);
  }
}
