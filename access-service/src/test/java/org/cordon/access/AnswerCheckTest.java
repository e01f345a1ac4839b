package org.cordon.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check of every answer is one that fails. */
class AnswerCheckTest {
  private static final AnswerCheck CHECK =
      new AnswerCheck(
          """
          {"openapi":"3.1.0",
           "paths":{"/things/{thing}":{"get":{"responses":{
             "200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Thing"}}}},
             "default":{"content":{"application/problem+json":{"schema":{"type":"object"}}}}}}}},
           "components":{"schemas":{"Thing":{"type":"object","required":["name"],
             "properties":{"name":{"type":"string"},"note":{"type":["string","null"]}}}}}}
          """);

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "GET, /things/1, 200, application/json, `{\"name\":7}`",
        "GET, /things/1, 200, application/json, `{}`",
        "GET, /things/1, 200, application/json, `{\"name\":null}`",
        "GET, /things/1, 200, application/json, `{\"name\":\"a\",\"more\":1}`",
        "GET, /things/1, 200, application/json, ``",
        "GET, /things/1, 200, text/html, `{\"name\":\"a\"}`",
        "GET, /things/1, 201, application/json, `{\"name\":\"a\"}`",
        "GET, /things/1, 404, application/json, `{}`",
        "PUT, /things/1, 200, application/json, `{\"name\":\"a\"}`",
        "GET, /other, 200, application/json, `{}`"
      })
  void anAnswerThatIsNotAsDocumentedIsAFault(
      String method, String path, int status, String type, String body) {
    assertThat(CHECK.faults(new AnswerCheck.Seen(method, path, status, type, body))).isNotEmpty();
  }

  @Test
  void anAnswerThatIsAsDocumentedIsNone() {
    String body = "{\"name\":\"a\",\"note\":null}";
    assertThat(
            CHECK.faults(new AnswerCheck.Seen("GET", "/things/1", 200, "application/json", body)))
        .isEmpty();
    assertThat(
            CHECK.faults(
                new AnswerCheck.Seen("GET", "/things/1", 400, "application/problem+json", "{}")))
        .isEmpty();
  }
}
