package org.cordon.gateway.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What is asked for, as it stands in the address of the page. Nothing in it is null; open is empty.
 */
record Query(
    String q,
    String caseId,
    String kind,
    String agency,
    String documentType,
    String from,
    String to,
    String sort,
    String after) {

  static Query of(Map<String, String> parameters) {
    return new Query(
        parameters.getOrDefault("q", "").strip(),
        parameters.getOrDefault("case", ""),
        parameters.getOrDefault("kind", ""),
        parameters.getOrDefault("agency", ""),
        parameters.getOrDefault("documentType", ""),
        parameters.getOrDefault("from", "").strip(),
        parameters.getOrDefault("to", "").strip(),
        parameters.getOrDefault("sort", ""),
        parameters.getOrDefault("after", ""));
  }

  /** Whether anything was asked at all. */
  boolean isAsked() {
    return parameters().keySet().stream().anyMatch(name -> !"sort".equals(name));
  }

  /** The parameters that are set, in the order of the address. */
  Map<String, String> parameters() {
    Map<String, String> set = new LinkedHashMap<>();
    put(set, "q", q);
    put(set, "case", caseId);
    put(set, "kind", kind);
    put(set, "agency", agency);
    put(set, "documentType", documentType);
    put(set, "from", from);
    put(set, "to", to);
    put(set, "sort", sort);
    put(set, "after", after);
    return set;
  }

  /** The address of the same search with one thing different, from its first page on. */
  public String with(String name, @Nullable String value) {
    Map<String, String> set = parameters();
    set.remove("after");
    if (value == null || value.isEmpty()) {
      set.remove(name);
    } else {
      set.put(name, value);
    }
    return address(set);
  }

  /** The address of the same search between two days. */
  public String between(String first, String last) {
    Map<String, String> set = parameters();
    set.remove("after");
    set.put("from", first);
    set.put("to", last);
    return address(set);
  }

  private static String address(Map<String, String> set) {
    var address = UriComponentsBuilder.fromPath("/search");
    set.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
    return address.encode().buildAndExpand(Map.<String, Object>copyOf(set)).toUriString();
  }

  private static void put(Map<String, String> set, String name, String value) {
    if (!Objects.requireNonNull(value).isEmpty()) {
      set.put(name, value);
    }
  }
}
