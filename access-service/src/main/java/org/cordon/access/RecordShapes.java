package org.cordon.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the records themselves which members may be null, which are always there, and by what
 * name a variant of a sealed type goes.
 */
final class RecordShapes implements ModelConverter {
  private final Map<String, Variant> variants = new ConcurrentHashMap<>();

  /** The member that names a variant, and the name. */
  private record Variant(String member, String name) {}

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    Schema<?> resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    Class<?> shape = Json31.mapper().constructType(type.getType()).getRawClass();
    if (shape.isRecord()) {
      variant(shape).ifPresent(variant -> variants.put(shape.getSimpleName(), variant));
    }
    if (resolved != null && shape.isRecord()) {
      Schema<?> definition =
          resolved.get$ref() == null
              ? resolved
              : context
                  .getDefinedModels()
                  .get(resolved.get$ref().substring(resolved.get$ref().lastIndexOf('/') + 1));
      if (definition != null && definition.getProperties() != null) {
        Arrays.stream(shape.getRecordComponents())
            .forEach(component -> describe(component, definition));
      }
    }
    return resolved;
  }

  private static void describe(RecordComponent component, Schema<?> definition) {
    String name =
        Optional.ofNullable(component.getAccessor().getAnnotation(JsonProperty.class))
            .map(JsonProperty::value)
            .filter(given -> !given.isEmpty())
            .orElse(component.getName());
    var members = definition.getProperties();
    Schema<?> member = members.get(name);
    if (member == null) {
      return;
    }
    if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
      members.put(name, orNull(member));
    } else if (isAlwaysThere(component)
        && (definition.getRequired() == null || !definition.getRequired().contains(name))) {
      definition.addRequiredItem(name);
    }
  }

  private static boolean isAlwaysThere(RecordComponent component) {
    JsonInclude include = component.getAccessor().getAnnotation(JsonInclude.class);
    return include == null || include.value() == JsonInclude.Include.ALWAYS;
  }

  private static Schema<?> orNull(Schema<?> member) {
    if (member.get$ref() != null) {
      return new JsonSchema().anyOf(List.of(member, new JsonSchema().types(Set.of("null"))));
    }
    if (member.getTypes() != null) {
      member.addType("null");
    }
    return member;
  }

  /** Says in the schema of each variant how it is told from the others. */
  void nameVariants(Components components) {
    variants.forEach((name, variant) ->
        Optional.ofNullable(components.getSchemas().get(name))
            .flatMap(schema -> Optional.ofNullable(schema.getAllOf()))
            .ifPresent(parts -> {
              for (Object part : parts) {
                if (part instanceof Schema<?> own && own.getProperties() != null) {
                  JsonSchema tag = new JsonSchema();
                  tag.setTypes(Set.of("string"));
                  tag.setConst(variant.name());
                  own.addProperty(variant.member(), tag);
                  own.addRequiredItem(variant.member());
                }
              }
            }));
  }

  private static Optional<Variant> variant(Class<?> shape) {
    return Arrays.stream(shape.getInterfaces())
        .filter(parent ->
            parent.isAnnotationPresent(JsonTypeInfo.class)
                && parent.isAnnotationPresent(JsonSubTypes.class))
        .flatMap(parent ->
            Arrays.stream(parent.getAnnotation(JsonSubTypes.class).value())
                .filter(subtype -> subtype.value() == shape)
                .map(subtype ->
                    new Variant(
                        parent.getAnnotation(JsonTypeInfo.class).property(), subtype.name())))
        .findFirst();
  }
}
