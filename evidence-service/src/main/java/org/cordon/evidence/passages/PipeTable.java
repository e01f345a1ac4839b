package org.cordon.evidence.passages;

import java.util.List;

/** Lines of cells that are divided by bars, as GitHub's tables have them. */
final class PipeTable {
  private PipeTable() {}

  /** How many cells a line has; a bar after a backslash divides nothing. */
  static int cells(String line) {
    String row = line.strip();
    int bars = 0;
    boolean endsWithBar = false;
    for (int at = 0; at < row.length(); at++) {
      endsWithBar = row.charAt(at) == '|' && (at == 0 || row.charAt(at - 1) != '\\');
      bars += endsWithBar ? 1 : 0;
    }
    int outer = (row.startsWith("|") ? 1 : 0) + (endsWithBar && row.length() > 1 ? 1 : 0);
    return Math.max(1, bars + 1 - outer);
  }

  /**
   * The same table with as many cells in its heading as in its longest row: the parser drops cells
   * that have no heading, and nothing that was typed may go unshown.
   */
  static String squared(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() < 2) {
      return text;
    }
    int most = lines.stream().mapToInt(PipeTable::cells).max().orElse(1);
    int missing = most - cells(lines.getFirst());
    if (missing <= 0 || cells(lines.get(1)) != cells(lines.getFirst())) {
      return text;
    }
    return longer(lines.getFirst(), "   |", missing)
        + "\n"
        + longer(lines.get(1), " --- |", missing)
        + "\n"
        + String.join("\n", lines.subList(2, lines.size()));
  }

  private static String longer(String line, String cell, int times) {
    String row = line.strip();
    return (row.endsWith("|") && cells(row + "x") > cells(row) ? row : row + " |")
        + cell.repeat(times);
  }
}
