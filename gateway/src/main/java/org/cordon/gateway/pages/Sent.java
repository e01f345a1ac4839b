package org.cordon.gateway.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

  /** The text of a field as it was typed. */
  public String raw(String field) {
    String text = fields.getFirst(field);
    return text == null ? "" : text;
  }

  /** The same of a field with several lines, which end as they do everywhere but in a form. */
  public String lines(String field) {
    return text(field).replace("\r\n", "\n");
  }

  /** Every text of a field, as checkboxes send them. */
  public List<String> texts(String field) {
    return fields.getOrDefault(field, List.of()).stream().filter(text -> !text.isBlank()).toList();
  }

  /** Whether a checkbox was ticked. */
  public boolean isTicked(String field) {
    return !text(field).isEmpty();
  }

  /** A whole number that the form was made with; -1, which nothing has, when it is none. */
  public long number(String field) {
    try {
      return Long.parseLong(text(field));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** One of an enumeration's values; empty when the text names none. */
  public <E extends Enum<E>> Optional<E> one(String field, Class<E> values) {
    return Arrays.stream(values.getEnumConstants())
        .filter(value -> value.name().equals(text(field)))
        .findFirst();
  }

  /** A date in three boxes. */
  public DateFields date(String field) {
    return new DateFields(text(field + "-day"), text(field + "-month"), text(field + "-year"));
  }
}
