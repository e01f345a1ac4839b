package org.cordon.search.index;

/**
 * How far a generation has come: everything up to here is in the index, durable and visible to
 * searches.
 *
 * @param evidence position in evidence-service's feed
 * @param labels position in access-service's label feed
 */
public record Positions(long evidence, long labels) {
  /** Before the first change. */
  public static final Positions ZERO = new Positions(0, 0);

  /** The same with another position in the feed of evidence. */
  public Positions withEvidence(long position) {
    return new Positions(position, labels);
  }

  /** The same with another position in the feed of labels. */
  public Positions withLabels(long position) {
    return new Positions(evidence, position);
  }
}
