package org.cordon.access.authzen;

import java.util.Map;

/** A question for everything of one sort that would be permitted (section 8 of the standard). */
sealed interface Search {

  /**
   * What is looked for: only its type is known. An id that the caller sends is ignored.
   *
   * @param properties what the caller says of it; empty when nothing
   */
  record Sought(String type, Map<String, Object> properties) {
    public Sought {
      properties = Copies.of(properties);
    }
  }

  /** Which subjects of that type may do this to the resource? */
  record ForSubjects(
      Sought subject, NamedAction action, Entity resource, Map<String, Object> context)
      implements Search {
    public ForSubjects {
      context = Copies.of(context);
    }
  }

  /** To which resources of that type may the subject do this? */
  record ForResources(
      Entity subject, NamedAction action, Sought resource, Map<String, Object> context)
      implements Search {
    public ForResources {
      context = Copies.of(context);
    }
  }

  /** What may the subject do to the resource? */
  record ForActions(Entity subject, Entity resource, Map<String, Object> context)
      implements Search {
    public ForActions {
      context = Copies.of(context);
    }
  }

  /**
   * Which part of the results is wanted.
   *
   * @param after the results are those whose key comes after this one; empty for the first
   * @param limit at most so many; may be 0
   */
  record Window(String after, int limit) {}
}
