package org.cordon.platform.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/**
 * A label that a filter may speak of; each is a set of texts, a single value being a set of one.
 */
public enum LabelField {
  VERSION("version"),
  CASE("case"),
  KIND("kind"),
  ACCOUNTS_OF("accountsOf"),
  MATTERS("matters"),
  DELICATE("delicate"),
  QUARANTINED("quarantined"),
  ORIGINATORS("originators"),
  CIRCULATED_TO("circulatedTo"),
  PUBLISHED_TO_BOARD("publishedToBoard");

  private final String json;

  LabelField(String json) {
    this.json = json;
  }

  /** The name in JSON and in the index. */
  @JsonValue
  public String json() {
    return json;
  }

  /**
   * The field of that name.
   *
   * @throws IllegalArgumentException when there is none
   */
  @JsonCreator
  public static LabelField from(String json) {
    return Arrays.stream(values())
        .filter(field -> field.json.equals(json))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no label of that name"));
  }
}
