package org.cordon.stack;

/** What the launcher's exit codes mean; the help texts say the same. */
enum ExitCode {
  DONE(0),
  FAILED(1),
  MISUNDERSTOOD(2),
  NOT_RUNNING(3),
  MACHINE_LACKS(4);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
