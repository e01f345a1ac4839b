package org.cordon.access;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cordon.platform.idempotency.IdempotencyKey;
import org.cordon.platform.problems.ProblemBody;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * What the OpenAPI document says beyond the signatures of controllers: every error is a problem
 * (RFC 9457), and what a record does not mark as nullable is always there.
 */
@Configuration(proxyBeanMethods = false)
public class PublishedDocument {
  private static final String PROBLEM = ProblemBody.class.getSimpleName();

  @Bean
  OpenApiCustomizer errorsAreProblems() {
    return document -> {
      ModelConverters.getInstance(true)
          .resolveAsResolvedSchema(new AnnotatedType(ProblemBody.class))
          .referencedSchemas
          .forEach(document.getComponents()::addSchemas);
      ApiResponse error =
          new ApiResponse()
              .description("A problem: the request does not fit, is not allowed, or failed.")
              .content(
                  new Content()
                      .addMediaType(
                          "application/problem+json",
                          new MediaType()
                              .schema(new JsonSchema().$ref("#/components/schemas/" + PROBLEM))));
      operations(document)
          .forEach(responses -> responses.addApiResponse(ApiResponses.DEFAULT, error));
    };
  }

  /** Whatever takes an idempotency key creates, and answers 201. */
  @Bean
  OperationCustomizer creationsAnswer201() {
    return (operation, handler) -> {
      boolean creates =
          Arrays.stream(handler.getMethodParameters())
              .flatMap(parameter ->
                  Optional.ofNullable(parameter.getParameterAnnotation(RequestHeader.class))
                      .stream())
              .anyMatch(header -> header.name().equals(IdempotencyKey.HEADER));
      if (creates && operation.getResponses().containsKey("200")) {
        operation
            .getResponses()
            .addApiResponse("201", operation.getResponses().remove("200").description("Created"));
      }
      return operation;
    };
  }

  private static List<ApiResponses> operations(OpenAPI document) {
    return document.getPaths().values().stream()
        .flatMap(path -> path.readOperations().stream())
        .map(operation -> operation.getResponses())
        .toList();
  }

  @Bean
  RecordShapes recordShapes() {
    return new RecordShapes();
  }

  @Bean
  OpenApiCustomizer variantsAreNamed(RecordShapes shapes) {
    return document -> shapes.nameVariants(document.getComponents());
  }
}
