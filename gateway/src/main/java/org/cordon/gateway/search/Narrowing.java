package org.cordon.gateway.search;

import java.util.List;

/** One way to narrow a search: a heading and the values there are. */
record Narrowing(String title, List<Choice> choices) {

  /** A value with its count, and the address of the search that is narrowed to it. */
  record Choice(String title, long count, String address) {}

  /** Something the search is narrowed to, and the address of the search without it. */
  record Chip(String title, String address) {}
}
