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
   * Takes a name from the request. Folders of either kind are dropped.
   *
   * @throws Problem INVALID when nothing usable is left, or it is too long, or holds control
   *     characters or direction overrides
   */
  static FileName of(@Nullable String sent) {
    if (sent == null) {
      throw Problem.invalid(FIELD, "must have a file name.");
    }
    String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    String name =
        PlainText.line(FIELD + " name", last, MOST)
            .orElseThrow(() -> Problem.invalid(FIELD, "must have a file name."));
    if (name.equals(".") || name.equals("..")) {
      throw Problem.invalid(FIELD, "must have a file name.");
    }
    return new FileName(name);
  }
}
