package org.cordon.evidence.documents;

import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the metadata part; whatever does not fit is named by its field. */
@Component
class MetadataReader {
  private static final int LONGEST_FIELD = 100;

  private final JsonMapper json;

  MetadataReader(JsonMapper json) {
    this.json = json;
  }

  /**
   * Reads JSON.
   *
   * @throws Problem INVALID when it is not the JSON of {@link DocumentMetadata}
   */
  DocumentMetadata read(String text) {
    try {
      DocumentMetadata metadata = json.readValue(text, DocumentMetadata.class);
      if (metadata != null) {
        return metadata;
      }
    } catch (JacksonException e) {
      throw problem(e);
    }
    throw Problem.invalid("metadata", "must be a JSON object.");
  }

  private static Problem problem(JacksonException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem ours) {
        return ours;
      }
    }
    if (failure.getPath().isEmpty()) {
      return Problem.invalid("metadata", "must be a JSON object.");
    }
    String field = String.valueOf(failure.getPath().getFirst().getPropertyName());
    String shown = field.length() > LONGEST_FIELD ? field.substring(0, LONGEST_FIELD) : field;
    return Problem.invalid(
        shown,
        failure instanceof UnrecognizedPropertyException
            ? "is not a field of this request."
            : "is not of the right form.");
  }
}
