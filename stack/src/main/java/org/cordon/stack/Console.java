package org.cordon.stack;

/** What people read: plain lines on the standard output, at once. */
final class Console {
  private Console() {}

  static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
