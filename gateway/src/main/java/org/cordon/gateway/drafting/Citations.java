package org.cordon.gateway.drafting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cordon.gateway.papers.Citation;
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
  record Line(String value, String title, Citation citation) {}

  /** The text of one. */
  String written(Citation citation) {
    return json.writeValueAsString(
        new Citation(
            citation.version(),
            citation.item(),
            citation.passage(),
            citation.page(),
            citation.quote(),
            null));
  }

  /** What the checkboxes say; what is no citation is left out. */
  List<Citation> read(List<String> texts) {
    return texts.stream().limit(AT_MOST).flatMap(text -> read(text).stream()).toList();
  }

  private Optional<Citation> read(String text) {
    try {
      return Optional.of(json.readValue(text, Citation.class));
    } catch (JacksonException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** For a form. */
  List<Line> lines(List<Citation> citations, Map<String, String> titles) {
    return citations.stream()
        .map(citation ->
            new Line(
                written(citation),
                titles.getOrDefault(citation.version().toString(), "Source"),
                citation))
        .toList();
  }
}
