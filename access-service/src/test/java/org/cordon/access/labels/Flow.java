package org.cordon.access.labels;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.cordon.platform.ids.PersonId;

/**
 * Papers that were written from one another, ten deep and with diamonds, as plain sets: what each
 * holds is worked out here a second time. Papers are numbers; sources have smaller ones.
 */
final class Flow {
  static final int RECORDS = 4;
  static final int DEEP = 10;
  static final int WIDE = 2;
  static final int ALL = RECORDS + DEEP * WIDE;

  final Random random;
  final List<Set<PersonId>> own = new ArrayList<>();
  final List<Set<Integer>> sources = new ArrayList<>();
  private final Set<Cleared> cleared = new HashSet<>();

  /** An account that does not come through one source of a paper. */
  record Cleared(int paper, int source, PersonId account) {}

  Flow(Random random, List<PersonId> witnesses) {
    this.random = random;
    for (int i = 0; i < ALL; i++) {
      Set<PersonId> said = new HashSet<>();
      if (i < RECORDS || random.nextInt(8) == 0) {
        said.add(one(witnesses));
      }
      own.add(said);
      sources.add(i < RECORDS ? new TreeSet<>() : sourcesOf(i));
    }
  }

  /** One of the layer before, so that the flow is deep, and others of any layer. */
  private Set<Integer> sourcesOf(int paper) {
    int layer = (paper - RECORDS) / WIDE;
    int first = layer == 0 ? 0 : RECORDS + (layer - 1) * WIDE;
    int end = RECORDS + layer * WIDE;
    Set<Integer> some = new TreeSet<>();
    some.add(first + random.nextInt(end - first));
    for (int i = random.nextInt(3); i > 0; i--) {
      some.add(random.nextInt(end));
    }
    return some;
  }

  /** Whose accounts a paper holds. */
  Set<PersonId> holds(int paper) {
    return holds(paper, new HashMap<>());
  }

  private Set<PersonId> holds(int paper, Map<Integer, Set<PersonId>> known) {
    Set<PersonId> before = known.get(paper);
    if (before != null) {
      return before;
    }
    Set<PersonId> all = new HashSet<>(own.get(paper));
    for (int source : sources.get(paper)) {
      for (PersonId account : holds(source, known)) {
        if (!cleared.contains(new Cleared(paper, source, account))) {
          all.add(account);
        }
      }
    }
    known.put(paper, all);
    return all;
  }

  /** A paper, one of its sources and an account that comes or would come through that. */
  Cleared anyInherited() {
    List<Cleared> all = new ArrayList<>();
    for (int paper = RECORDS; paper < ALL; paper++) {
      for (int source : sources.get(paper)) {
        for (PersonId account : holds(source)) {
          all.add(new Cleared(paper, source, account));
        }
      }
    }
    return one(all);
  }

  void clear(Cleared one) {
    cleared.add(one);
  }

  void withdraw(Cleared one) {
    cleared.remove(one);
  }

  List<Cleared> cleared() {
    return List.copyOf(cleared);
  }

  <T> T one(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
