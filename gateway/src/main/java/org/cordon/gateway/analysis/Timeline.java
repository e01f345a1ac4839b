package org.cordon.gateway.analysis;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The drawing of a case over time: measures in units of the drawing, marks in order of time.
 *
 * @param lanes episodes first, then the agencies
 * @param isTooFull whether there are more marks than a drawing can show; then there are none
 */
record Timeline(
    Span span,
    int width,
    int height,
    List<Lane> lanes,
    List<Tick> ticks,
    List<Shade> gaps,
    List<Mark> marks,
    boolean isTooFull) {

  /** A row for one agency, or for the episodes. */
  record Lane(String name, int y, int height) {
    /** Where its name stands. */
    public int textY() {
      return y + height / 2 + 5;
    }
  }

  /** A line at the beginning of a month, year or day. */
  record Tick(int x, String name) {}

  /** A stretch without an entry. */
  record Shade(int x, int width, String name, boolean named) {
    /** The middle of it. */
    public int middle() {
      return x + width / 2;
    }
  }

  /**
   * An entry or an episode.
   *
   * @param name what a screen reader says of it
   * @param width 0 for a single day
   */
  record Mark(
      String address, String name, int x, int y, int width, boolean episode, LocalDate from) {
    /** Where its lasting bar begins. */
    public int barY() {
      return y - 7;
    }

    /** The room in which it can be pointed at: at least 24 units each way. */
    public int hitX() {
      return width == 0 ? x - 12 : x - Math.max(0, (24 - width) / 2);
    }

    /** How wide that is. */
    public int hitWidth() {
      return Math.max(24, width);
    }

    /** Where that begins. */
    public int hitY() {
      return y - 12;
    }
  }

  /** A name that fits before the lanes; the table has it whole. */
  static String shortened(@Nullable String name, int most) {
    if (name == null) {
      return "";
    }
    return name.codePointCount(0, name.length()) <= most
        ? name
        : name.substring(0, name.offsetByCodePoints(0, most - 1)).strip() + "…";
  }
}
