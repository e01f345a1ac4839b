package org.cordon.access.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.CedarJson;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.ValidationRequest;
import com.cedarpolicy.model.entity.Entities;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.model.schema.Schema;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.Value;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.cordon.platform.testing.Material;
import org.junit.jupiter.api.Test;

/**
 * The Cedar project's own test sets through {@link Engine}: decision, reasons, errors, and whether
 * the policies validate. An ordinary run takes every {@value #EACH}th of the generated tests, a
 * whole one all of them.
 */
class CedarCorpusTest {
  private static final int EACH = 40;
  private static final BasicAuthorizationEngine VALIDATOR = new BasicAuthorizationEngine();

  @Test
  void theHandwrittenTestsAreDecidedAsExpected() throws IOException {
    Path folder = Material.require("cedar-corpus");
    List<String> wrong = new ArrayList<>();
    int decisions = 0;
    try (Stream<Path> files = Files.walk(folder.resolve("tests"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".json")).sorted().toList()) {
        decisions +=
            run(
                file.getFileName().toString(),
                text(file),
                true,
                it -> text(folder.resolve(it)),
                wrong);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(decisions).isPositive();
  }

  @Test
  void theGeneratedTestsAreDecidedAsExpected() throws IOException {
    Path folder = Material.require("cedar-corpus");
    Map<String, String> files = unpacked(folder.resolve("corpus-tests.tar.gz"));
    List<String> tests =
        files.keySet().stream()
            .filter(name -> name.endsWith(".json") && !name.endsWith(".entities.json"))
            .sorted()
            .toList();
    int step = Material.isWhole() ? 1 : EACH;
    List<String> wrong = new ArrayList<>();
    int decisions = 0;
    long start = System.nanoTime();
    for (int i = 0; i < tests.size(); i += step) {
      String name = tests.get(i);
      decisions +=
          run(name, String.valueOf(files.get(name)), i % 100 == 0, it -> require(files, it), wrong);
    }
    Material.report(
        "Cedar corpus: %,d of %,d decisions as expected, %.1f s"
            .formatted(decisions - wrong.size(), decisions, (System.nanoTime() - start) / 1e9));
    assertThat(wrong).isEmpty();
    assertThat(decisions).isPositive();
  }

  /** Where the files that a test names are read from. */
  private interface Folder {
    String text(String name);
  }

  /**
   * Runs one test; what is not as expected is added to {@code wrong}.
   *
   * @param kept whether Cedar keeps the parsed policies, as it does the service's; it has room for
   *     some hundred sets in one process, and lets go of them at its leisure
   */
  private static int run(String name, String json, boolean kept, Folder files, List<String> wrong) {
    try {
      JsonNode test = CedarJson.objectMapper().readTree(json);
      PolicySet policies = PolicySet.parsePolicies(files.text(test.path("policies").asText()));
      Schema schema =
          Schema.parse(Schema.JsonOrCedar.Cedar, files.text(test.path("schema").asText()));
      Entities entities = Entities.parse(files.text(test.path("entities").asText()));
      boolean validates =
          VALIDATOR.validate(new ValidationRequest(schema, policies)).validationPassed();
      if (validates != test.path("shouldValidate").asBoolean()) {
        wrong.add(name + ": validates " + validates);
      }
      if (kept) {
        policies.cache();
        schema.cache();
      }
      int decisions = 0;
      for (JsonNode request : test.path("requests")) {
        decisions++;
        Engine.Outcome outcome =
            Engine.decide(request(request, schema), policies, entities.getEntities());
        if (!outcome.equals(expected(request))) {
          wrong.add(name + ": " + request.path("description").asText() + ": " + outcome);
        }
      }
      return decisions;
    } catch (AuthException | CacheException | IOException | RuntimeException e) {
      wrong.add(name + ": " + e);
      return 0;
    }
  }

  private static AuthorizationRequest request(JsonNode request, Schema schema)
      throws JsonProcessingException {
    Map<String, Value> context =
        CedarJson.objectMapper()
            .convertValue(request.path("context"), new TypeReference<Map<String, Value>>() {});
    return new AuthorizationRequest(
        uid(request.path("principal")),
        uid(request.path("action")),
        uid(request.path("resource")),
        Optional.of(context),
        Optional.of(schema),
        request.path("validateRequest").asBoolean(true));
  }

  private static Engine.Outcome expected(JsonNode request) {
    return new Engine.Outcome(
        request.path("decision").asText().equals("allow"),
        texts(request.path("reason")),
        texts(request.path("errors")),
        List.of());
  }

  private static EntityUID uid(JsonNode uid) {
    return new EntityUID(
        EntityTypeName.parse(uid.path("type").asText()).orElseThrow(), uid.path("id").asText());
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new HashSet<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static Map<String, String> unpacked(Path archive) throws IOException {
    Map<String, String> files = new HashMap<>();
    try (InputStream bytes = Files.newInputStream(archive);
        TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(bytes))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (!entry.isDirectory()) {
          files.put(entry.getName(), new String(tar.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return files;
  }

  private static String require(Map<String, String> files, String name) {
    return Optional.ofNullable(files.get(name)).orElseThrow();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
