package org.cordon.access.authzen;

import java.util.List;

/**
 * What decides, without the standard's transport: one question or many, and three ways to search.
 * Types, ids and actions that it does not know are no error: they are denied, and found nowhere.
 */
interface DecisionPoint {

  /** An answer to each request, in their order; all are made, and recorded where that is done. */
  List<Decision> decide(List<AccessRequest> requests);

  /** Subjects that would be permitted, by id. */
  Slice<Entity> find(Search.ForSubjects search, Search.Window window);

  /** Resources for which it would be permitted, by id. */
  Slice<Entity> find(Search.ForResources search, Search.Window window);

  /** Actions that would be permitted, by name. */
  Slice<NamedAction> find(Search.ForActions search, Search.Window window);
}
