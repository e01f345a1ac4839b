package org.cordon.evidence.documents;

import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The name of a file as its sender gave it, without folders: 1 to 255 characters that show as they
 * are. It is kept to be shown and offered for download; no path is ever made from it.
 */
record FileName(String value) {
  private static final String FIELD = "file";
  private static final int MOST = 255;

  /**
   * Takes a name from the request. A browser sends none with folders, so one with them is refused
   * rather than guessed at.
   *
   * @throws Problem INVALID when it is missing, names a folder, is too long, or holds control
   *     characters or direction overrides
   */
  static FileName of(@Nullable String sent) {
    if (sent == null) {
      throw Problem.invalid(FIELD, "must have a file name.");
    }
    if (sent.indexOf('/') >= 0 || sent.indexOf('\\') >= 0) {
      throw Problem.invalid(FIELD, "must have a name without folders: no / and no \\.");
    }
    String name =
        PlainText.line(FIELD + " name", sent, MOST)
            .orElseThrow(() -> Problem.invalid(FIELD, "must have a file name."));
    if (name.equals(".") || name.equals("..")) {
      throw Problem.invalid(FIELD, "must have a file name.");
    }
    return new FileName(name);
  }
}
