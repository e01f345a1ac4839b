package org.cordon.access.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Set;
import org.cordon.platform.access.Filter;
import org.cordon.platform.access.LabelField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResidualsTest {
  private static final String UNKNOWN = "{\"unknown\":[{\"Value\":\"%s\"}]}";
  private static final String SET = "{\"Set\":[{\"Value\":\"a\"},{\"Value\":\"b\"}]}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          contains    | SET     | UNKNOWN | in     | a b
          contains    | UNKNOWN | VALUE   | in     | a
          containsAny | SET     | UNKNOWN | in     | a b
          containsAny | UNKNOWN | SET     | in     | a b
          containsAll | SET     | UNKNOWN | subset | a b
          ==          | UNKNOWN | VALUE   | in     | a
          ==          | VALUE   | UNKNOWN | in     | a
          """)
  void eachOperatorHasItsFilter(
      String operator, String left, String right, String op, String values)
      throws JsonProcessingException {
    String body =
        "{\"%s\":{\"left\":%s,\"right\":%s}}".formatted(operator, operand(left), operand(right));
    Set<String> expected = Set.of(values.split(" ", -1));
    assertThat(permit(body))
        .isEqualTo(
            op.equals("in")
                ? new Filter.In(LabelField.MATTERS, expected)
                : new Filter.Subset(LabelField.MATTERS, expected));
  }

  @Test
  void aForbidShutsWhatAPermitOpens() throws JsonProcessingException {
    Filter filter =
        Residuals.toFilter(
            Map.of(
                "one",
                new ObjectMapper().readTree(policy("permit", "{\"Value\":true}")),
                "two",
                new ObjectMapper().readTree(policy("forbid", UNKNOWN.formatted("delicate")))));
    assertThat(filter)
        .isEqualTo(new Filter.Not(new Filter.In(LabelField.DELICATE, Set.of("true"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Var\":\"resource\"}",
        "{\"unknown\":[{\"Value\":\"colour\"}]}",
        "{\"<\":{\"left\":{\"Value\":1},\"right\":{\"unknown\":[{\"Value\":\"kind\"}]}}}",
        "{\"==\":{\"left\":{\"unknown\":[{\"Value\":\"kind\"}]},\"right\":{\"unknown\":[{\"Value\":\"case\"}]}}}",
        "{\"==\":{\"left\":{\"unknown\":[{\"Value\":\"matters\"}]},\"right\":{\"Set\":[]}}}",
        "{\"==\":{\"left\":{\"unknown\":[{\"Value\":\"kind\"}]},\"right\":{\"Value\":7}}}",
        "{\"Value\":\"true\"}",
        "{\"like\":{\"left\":{\"unknown\":[{\"Value\":\"kind\"}]},\"pattern\":[\"Wildcard\"]}}",
        "{\"error\":[]}",
        "{}",
        "[]",
        "7"
      })
  void whatAFilterCannotSayIsRefusedAndNeverGuessed(String body) {
    assertThatThrownBy(() -> permit(body)).isInstanceOf(Residuals.Untranslatable.class);
  }

  private static Filter permit(String body) throws JsonProcessingException {
    return Residuals.toFilter(Map.of("one", new ObjectMapper().readTree(policy("permit", body))));
  }

  private static String policy(String effect, String body) {
    return """
    {"effect":"%s","principal":{"op":"All"},"action":{"op":"All"},"resource":{"op":"All"},
     "conditions":[{"kind":"when","body":%s}]}
    """
        .formatted(effect, body);
  }

  private static String operand(String name) {
    return switch (name) {
      case "SET" -> SET;
      case "VALUE" -> "{\"Value\":{\"__entity\":{\"type\":\"Matter\",\"id\":\"a\"}}}";
      default -> UNKNOWN.formatted("matters");
    };
  }
}
