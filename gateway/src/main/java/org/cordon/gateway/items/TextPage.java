package org.cordon.gateway.items;

import java.util.ArrayList;
import java.util.List;

/**
 * A bounded part of a long text, cut at the end of a line where there is one.
 *
 * @param number from 1
 */
record TextPage(String text, int number, int pages, boolean truncated) {
  private static final int LENGTH = 12_000;

  /** That page of a text, or the nearest there is. */
  static TextPage of(ItemText whole, int wanted) {
    List<Integer> starts = starts(whole.text());
    int number = Math.clamp(wanted, 1, starts.size());
    int end = number < starts.size() ? starts.get(number) : whole.text().length();
    return new TextPage(
        whole.text().substring(starts.get(number - 1), end),
        number,
        starts.size(),
        whole.truncated());
  }

  private static List<Integer> starts(String text) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    int from = 0;
    while (text.length() - from > LENGTH) {
      int line = text.lastIndexOf('\n', from + LENGTH) + 1;
      from = line > from + LENGTH / 2 ? line : wholeCharacter(text, from + LENGTH);
      starts.add(from);
    }
    return starts;
  }

  private static int wholeCharacter(String text, int index) {
    return Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
  }
}
