package org.cordon.platform.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Tables for a spreadsheet (RFC 4180), in which no cell is taken for a formula. */
public final class Csv {
  private static final String FORMULA = "=+-@\t\r";

  private final StringBuilder text = new StringBuilder();
  private final CSVPrinter printer;

  /** A table with these columns. */
  public Csv(String... columns) {
    try {
      printer = new CSVPrinter(text, CSVFormat.RFC4180);
      printer.printRecord((Object[]) columns);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a row; what is null is an empty cell. */
  public void row(@Nullable Object... cells) {
    List<String> plain = new ArrayList<>(cells.length);
    for (Object cell : cells) {
      plain.add(cell == null ? "" : plain(cell.toString()));
    }
    try {
      printer.printRecord(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole table. */
  public String text() {
    return text.toString();
  }

  private static String plain(String cell) {
    return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
