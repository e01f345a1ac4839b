package org.cordon.evidence.passages;

import java.util.Set;
import org.cordon.platform.problems.Problem;

/** The sections that a kind of written item is made of; a passage may belong to one of them. */
public record Sections(Set<String> keys) {

  public Sections {
    keys = Set.copyOf(keys);
  }

  /** Of something that has no structure of its own. */
  public static Sections none() {
    return new Sections(Set.of());
  }

  /** Of something made of these. */
  public static Sections of(String... keys) {
    return new Sections(Set.of(keys));
  }

  /**
   * The section, when it is one of these.
   *
   * @throws Problem INVALID when it is not
   */
  String require(String section) {
    if (!keys.contains(section)) {
      throw Problem.invalid("section", "is not a section of what is being written.");
    }
    return section;
  }
}
