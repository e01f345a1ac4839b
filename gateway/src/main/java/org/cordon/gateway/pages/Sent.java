package org.cordon.gateway.pages;

import java.util.List;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A form as it was sent; what was not in it is an empty text. */
public record Sent(MultiValueMap<String, String> fields) {
  public Sent {
    fields = new LinkedMultiValueMap<>(fields);
  }

  /** A form that nobody has filled in. */
  public static Sent nothing() {
    return new Sent(new LinkedMultiValueMap<>());
  }

  /** The text of a field, without blanks around it. */
  public String text(String field) {
    String text = fields.getFirst(field);
    return text == null ? "" : text.strip();
  }

  /** Every text of a field, as checkboxes send them. */
  public List<String> texts(String field) {
    return fields.getOrDefault(field, List.of()).stream().filter(text -> !text.isBlank()).toList();
  }

  /** Whether a checkbox was ticked. */
  public boolean isTicked(String field) {
    return !text(field).isEmpty();
  }

  /** A date in three boxes. */
  public DateFields date(String field) {
    return new DateFields(text(field + "-day"), text(field + "-month"), text(field + "-year"));
  }
}
