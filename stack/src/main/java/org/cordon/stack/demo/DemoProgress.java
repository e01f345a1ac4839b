package org.cordon.stack.demo;

/** Told what is being loaded, in order, from the loading thread. */
@FunctionalInterface
public interface DemoProgress {

  /**
   * Something was loaded, or was there already.
   *
   * @param what accounts, cases, people, documents, circulations, declarations, proceedings or
   *     standings
   * @param done how many of them are there now
   * @param total how many there will be
   */
  void reached(String what, int done, int total);
}
