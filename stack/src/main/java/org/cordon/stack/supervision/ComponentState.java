package org.cordon.stack.supervision;

import java.util.Locale;

/** How a component is, in words that a person and a script can read. */
public enum ComponentState {
  STOPPED,
  PREPARING,
  WAITING,
  STARTING,
  READY,
  NOT_ANSWERING,
  FAILED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
