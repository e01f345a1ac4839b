package org.cordon.merkle.export;

import java.io.IOException;
import java.io.Serial;

/** A file is no export, or not the whole of one. */
final class MalformedExport extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  MalformedExport(String message) {
    super(message);
  }
}
