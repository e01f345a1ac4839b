package org.cordon.gateway.drafting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Citations as the checkboxes of a form hold them: one text each, which is its JSON. */
@Component
class Citations {
  private static final int AT_MOST = 50;
  private final JsonMapper json;

  Citations(JsonMapper json) {
    this.json = json;
  }

  /** One of them in a form. */
  record Line(String value, String title, WantedCitation citation) {}

  /** The text of one. */
  String written(WantedCitation citation) {
    return json.writeValueAsString(citation);
  }

  /** What the checkboxes say; what is no citation is left out. */
  List<WantedCitation> read(List<String> texts) {
    return texts.stream().limit(AT_MOST).flatMap(text -> read(text).stream()).toList();
  }

  private Optional<WantedCitation> read(String text) {
    try {
      return Optional.of(json.readValue(text, WantedCitation.class));
    } catch (JacksonException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** For a form. */
  List<Line> lines(List<WantedCitation> citations, Map<String, String> titles) {
    return citations.stream()
        .map(citation ->
            new Line(
                written(citation),
                titles.getOrDefault(citation.version().toString(), "Source"),
                citation))
        .toList();
  }
}
