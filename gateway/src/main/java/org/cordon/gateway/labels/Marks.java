package org.cordon.gateway.labels;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be different about a version's own labels; what is empty stays as it is.
 *
 * @param addAccounts people whose account it holds, by id
 * @param removeAccounts people whose account it does not hold after all
 * @param withdrawFrom people it is no longer circulated to
 * @param wall whether it holds the account of somebody whom nobody could name
 */
public record Marks(
    List<String> addAccounts,
    List<String> removeAccounts,
    List<String> addMatters,
    List<String> withdrawFrom,
    Optional<Boolean> delicate,
    Optional<Boolean> quarantined,
    boolean wall,
    String reason) {

  /** Whether nothing would be different. */
  public boolean isNothing() {
    return toSend().size() == 1;
  }

  Map<String, Object> toSend() {
    Map<String, Object> fields = new LinkedHashMap<>();
    put(fields, "addAccounts", addAccounts);
    put(fields, "removeAccounts", removeAccounts);
    put(fields, "addMatters", addMatters);
    put(fields, "withdrawFrom", withdrawFrom);
    delicate.ifPresent(value -> fields.put("delicate", value));
    quarantined.ifPresent(value -> fields.put("quarantined", value));
    if (wall) {
      fields.put("wall", true);
    }
    fields.put("reason", reason);
    return fields;
  }

  private static void put(Map<String, Object> fields, String name, List<String> values) {
    if (!values.isEmpty()) {
      fields.put(name, values);
    }
  }
}
