package org.cordon.stack.processes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Sessions of their own: a process that is not in the terminal's session hears nothing of Ctrl-C or
 * of a terminal that is closed, so it is the launcher alone that ends it, in order.
 */
public final class Sessions {
  private static final Path SETSID = Path.of("/usr/bin/setsid");

  private Sessions() {}

  /** The command in a session of its own, with the same pid; as it is where there is no setsid. */
  public static List<String> own(List<String> command) {
    if (!Files.isExecutable(SETSID)) {
      return command;
    }
    var whole = new ArrayList<>(List.of(SETSID.toString()));
    whole.addAll(command);
    return whole;
  }
}
