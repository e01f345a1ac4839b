package org.cordon.access.authzen;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Some results of a search, in the order of their keys.
 *
 * @param next after which key the results go on; empty when there are no more
 */
record Slice<T>(List<T> results, Optional<String> next) {
  Slice {
    results = List.copyOf(results);
  }

  static <T> Slice<T> none() {
    return new Slice<>(List.of(), Optional.empty());
  }

  /** The part of all results that is wanted. */
  static <T> Slice<T> of(Collection<T> all, Function<T, String> key, Search.Window window) {
    List<T> left =
        all.stream()
            .filter(result -> key.apply(result).compareTo(window.after()) > 0)
            .sorted(Comparator.comparing(key))
            .toList();
    return ofLeft(left, key, window);
  }

  /** The same from results that are in order and come after the window's key. */
  static <T> Slice<T> ofLeft(List<T> left, Function<T, String> key, Search.Window window) {
    if (left.size() <= window.limit()) {
      return new Slice<>(left, Optional.empty());
    }
    List<T> given = left.subList(0, window.limit());
    return new Slice<>(
        given, Optional.of(given.isEmpty() ? window.after() : key.apply(given.getLast())));
  }
}
