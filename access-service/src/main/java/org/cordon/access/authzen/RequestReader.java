package org.cordon.access.authzen;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads the bodies of requests as the standard's JSON binding wants it (section 10.1): unknown
 * fields are ignored, a number is no text, UTF-8, no name twice, no more than 32 levels. Whatever
 * does not fit is a {@link Problem} of kind INVALID.
 */
@Component
class RequestReader {
  private static final int MOST_LEVELS = 32;
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MOST_LEVELS).build())
                  .build())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(
              LogicalType.Textual,
              text ->
                  text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();

  /** The whole body. */
  <T> T read(HttpServletRequest request, Class<T> shape) {
    requireJson(request.getContentType());
    String text = text(request);
    try {
      T body = JSON.readValue(text, shape);
      if (body == null) {
        throw notAnObject();
      }
      return body;
    } catch (JacksonException notOfThatShape) {
      throw problem(notOfThatShape);
    }
  }

  /** A part of a body that has been read. */
  <T> T read(JsonNode part, Class<T> shape) {
    try {
      return JSON.treeToValue(part, shape);
    } catch (JacksonException notOfThatShape) {
      throw problem(notOfThatShape);
    }
  }

  /** 400 and not 415: the standard knows no other code for a request that it does not take. */
  private static void requireJson(@Nullable String contentType) {
    try {
      if (contentType != null
          && MediaType.parseMediaType(contentType)
              .equalsTypeAndSubtype(MediaType.APPLICATION_JSON)) {
        return;
      }
    } catch (InvalidMediaTypeException notAType) {
      // Falls through: it is not JSON.
    }
    throw Problem.invalid("Content-Type", "must be application/json.");
  }

  private static String text(HttpServletRequest request) {
    try {
      byte[] body = request.getInputStream().readAllBytes();
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw new Problem(Problem.Kind.INVALID, "The body of the request must be UTF-8.");
    } catch (IOException cutOff) {
      throw new Problem(Problem.Kind.INVALID, "The request was cut off.");
    }
  }

  private static Problem problem(JacksonException notOfThatShape) {
    String field =
        notOfThatShape.getPath().stream()
            .map(step ->
                step.getPropertyName() == null
                    ? "[" + step.getIndex() + "]"
                    : "." + step.getPropertyName())
            .collect(Collectors.joining())
            .replaceFirst("^\\.", "");
    boolean wrongType = notOfThatShape instanceof DatabindException && !field.isEmpty();
    return wrongType && field.length() <= 100
        ? Problem.invalid(field, "is of the wrong type.")
        : notAnObject();
  }

  private static Problem notAnObject() {
    return new Problem(
        Problem.Kind.INVALID,
        "The body of the request is missing or is not the JSON object expected here.");
  }
}
