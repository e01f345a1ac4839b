package org.cordon.acceptance.installation;

import java.util.Locale;

/** Measured figures, on the console so that a run can be quoted. */
public final class Figures {
  private Figures() {}

  @SuppressWarnings("AnnotateFormatMethod")
  public static void print(String format, Object... values) {
    System.out.println("[figure] " + String.format(Locale.ROOT, format, values));
  }
}
