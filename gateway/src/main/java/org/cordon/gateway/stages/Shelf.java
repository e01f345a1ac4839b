package org.cordon.gateway.stages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a stage has, with where it is.
 *
 * @param address of the page that has all of it, or null
 * @param says how much of it there is
 * @param entries what is shown of it here
 */
record Shelf(String title, @Nullable String address, String says, List<Entry> entries) {
  Shelf {
    entries = List.copyOf(entries);
  }

  /** One of them. */
  record Entry(String title, String address) {}

  /** A shelf of what is listed; it says so when there is nothing. */
  static Shelf of(String title, @Nullable String address, List<Entry> entries) {
    return new Shelf(title, address, entries.isEmpty() ? "None yet" : "", entries);
  }
}
