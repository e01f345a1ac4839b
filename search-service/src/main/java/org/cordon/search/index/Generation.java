package org.cordon.search.index;

/**
 * One making of the whole index, from zero. A rebuild makes the next one.
 *
 * @param number 1 or more
 */
public record Generation(int number) implements Comparable<Generation> {
  public Generation {
    if (number < 1) {
      throw new IllegalArgumentException("generations are counted from 1");
    }
  }

  /** The generation after this one. */
  public Generation next() {
    return new Generation(number + 1);
  }

  @Override
  public int compareTo(Generation other) {
    return Integer.compare(number, other.number);
  }
}
