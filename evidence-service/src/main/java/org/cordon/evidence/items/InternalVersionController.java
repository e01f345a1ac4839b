package org.cordon.evidence.items;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.cordon.platform.ids.Id;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** One version with its text, for the index. */
@RestController
class InternalVersionController {
  private final Items items;
  private final Extracts extracts;
  private final JsonMapper json;

  InternalVersionController(Items items, Extracts extracts, JsonMapper json) {
    this.items = items;
    this.extracts = extracts;
    this.json = json;
  }

  @GetMapping("/internal/versions/{version}")
  void version(@PathVariable("version") VersionId id, HttpServletResponse response)
      throws IOException {
    Version version = items.find(id).orElseThrow(Problem::notFound);
    boolean newest = items.newest(version.item()).filter(n -> n.id().equals(id)).isPresent();
    Optional<Extracts.Text> text = extracts.text(version);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    try (JsonGenerator out = json.createGenerator(response.getOutputStream())) {
      write(out, version, newest);
      out.writeName("text");
      if (text.isPresent()) {
        out.writeString(text.get().reader(), -1);
      } else {
        out.writeNull();
      }
      out.writeEndObject();
    }
  }

  private static void write(JsonGenerator out, Version version, boolean newest) {
    Particulars particulars = version.particulars();
    out.writeStartObject();
    out.writeStringProperty("version", version.id().toString());
    out.writeStringProperty("item", version.item().toString());
    out.writeNumberProperty("number", version.number());
    out.writeBooleanProperty("newest", newest);
    out.writeStringProperty("case", version.caseId().toString());
    out.writeStringProperty("kind", version.kind().name());
    out.writeStringProperty("title", particulars.title());
    writeOptional(out, "date", particulars.date().map(Object::toString).orElse(null));
    writeOptional(out, "agency", particulars.agency().map(Id::toString).orElse(null));
    writeOptional(out, "author", particulars.author().orElse(null));
    writeOptional(out, "documentType", particulars.documentType().orElse(null));
    out.writeStringProperty("fileName", version.received().fileName());
    out.writeStringProperty("mediaType", version.mediaType());
    out.writeStringProperty("receivedAt", version.received().at().toString());
    out.writeStringProperty("state", version.state().code());
  }

  private static void writeOptional(JsonGenerator out, String name, @Nullable String value) {
    if (value == null) {
      out.writeNullProperty(name);
    } else {
      out.writeStringProperty(name, value);
    }
  }
}
