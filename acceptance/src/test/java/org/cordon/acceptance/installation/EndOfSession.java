package org.cordon.acceptance.installation;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Stops the shared installation when all tests have run. */
public final class EndOfSession implements LauncherSessionListener {
  @Override
  public void launcherSessionClosed(LauncherSession session) {
    Cordon.end();
  }
}
