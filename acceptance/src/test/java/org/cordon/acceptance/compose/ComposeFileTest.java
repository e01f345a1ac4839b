package org.cordon.acceptance.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cordon.acceptance.compose.ComposeFile.Secret;
import org.cordon.stack.keycloak.CordonRealm;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What docker-compose.yml promises. No container runs here: see the head of the file. */
class ComposeFileTest {
  private static final ComposeFile FILE = ComposeFile.read();
  private static final String SCRIPTS = "stack/src/main/compose/";

  @Test
  void theFileKeepsToTheComposeSpecification() throws IOException {
    assertThat(problems(FILE.content())).isEmpty();
  }

  @Test
  void theSchemaIsReallyAsked() throws IOException {
    var wrong = FILE.content().deepCopy();
    ((ObjectNode) wrong.path("services").path("gateway")).put("prots", "8080:8080");

    assertThat(problems(wrong)).anyMatch(problem -> problem.contains("prots"));
  }

  @Test
  void onlyTheGatewayIsPublishedAndOnlyOnTheLoopbackAddress() {
    FILE.services()
        .forEach((name, service) -> {
          var ports = service.path("ports").values().stream().map(JsonNode::asString).toList();
          if (name.equals("gateway")) {
            assertThat(ports).singleElement().asString().startsWith("127.0.0.1:");
          } else {
            assertThat(ports).as(name).isEmpty();
            assertThat(strings(service.path("networks"))).as(name).doesNotContain("front");
          }
          assertThat(service.has("network_mode")).as(name).isFalse();
        });
  }

  @Test
  void everyNetworkButTheGatewaysFrontIsClosedToTheOutside() {
    FILE.content()
        .path("networks")
        .properties()
        .forEach(network ->
            assertThat(network.getValue().path("internal").asBoolean(false))
                .as(network.getKey())
                .isEqualTo(!network.getKey().equals("front")));
  }

  @Test
  void noContainerHoldsAPrivilegeOrMemoryWithoutLimit() {
    FILE.services()
        .forEach((name, service) -> {
          assertThat(strings(service.path("cap_drop"))).as(name).containsExactly("ALL");
          assertThat(service.has("cap_add")).as(name).isFalse();
          assertThat(service.has("privileged")).as(name).isFalse();
          assertThat(strings(service.path("security_opt")))
              .as(name)
              .contains("no-new-privileges:true");
          assertThat(service.path("mem_limit").asString("")).as(name).isNotEmpty();
          assertThat(service.path("pids_limit").asInt(0)).as(name).isPositive();
        });
    for (var ours : ComposeFile.OURS) {
      assertThat(FILE.service(ours).path("read_only").asBoolean(false)).as(ours).isTrue();
    }
  }

  @Test
  void everyImageIsOfANamedVersion() {
    var versions = properties("pom.xml");
    for (var service : FILE.services().entrySet()) {
      var image = service.getValue().path("image").asString();
      if (!ComposeFile.OURS.contains(service.getKey())) {
        assertThat(image).matches(".+:[^:]+").doesNotEndWith(":latest");
      }
    }
    assertThat(FILE.service("keycloak").path("image").asString())
        .endsWith(":" + versions.get("keycloak-server.version"));
    assertThat(FILE.service("elasticsearch").path("image").asString())
        .endsWith(":" + versions.get("elasticsearch-server.version"));
  }

  @Test
  void whatIsWaitedForHealthSaysItsHealthAndWhatIsWaitedForToEndEnds() {
    var dockerfile = ComposeFile.text(ComposeFile.ROOT.resolve("Dockerfile"));
    assertThat(dockerfile).contains("HEALTHCHECK");
    FILE.services()
        .forEach((name, service) ->
            service
                .path("depends_on")
                .properties()
                .forEach(waited -> {
                  var other = FILE.service(waited.getKey());
                  assertThat(other.isMissingNode()).as(waited.getKey()).isFalse();
                  switch (waited.getValue().path("condition").asString()) {
                    case "service_healthy" ->
                        assertThat(other.has("healthcheck") || other.has("build"))
                            .as(name + " waits for " + waited.getKey())
                            .isTrue();
                    case "service_completed_successfully" ->
                        assertThat(other.path("restart").asString())
                            .as(waited.getKey())
                            .isEqualTo("no");
                    default -> throw new AssertionError(name + ": " + waited);
                  }
                }));
  }

  @Test
  void whoeverSpeaksToAContainerSharesANetworkWithIt() {
    var address = Pattern.compile("//([a-z-]+)(?::\\d+)?[/$]?");
    for (var service : FILE.services().keySet()) {
      var networks = new HashSet<>(strings(FILE.service(service).path("networks")));
      for (var value : FILE.environment(service).values()) {
        var matcher = address.matcher(value);
        while (matcher.find()) {
          var other = FILE.service(matcher.group(1));
          if (!other.isMissingNode()) {
            assertThat(strings(other.path("networks")))
                .as("%s speaks to %s", service, matcher.group(1))
                .anyMatch(networks::contains);
          }
        }
      }
    }
  }

  @Test
  void everySecretIsDeclaredMadeByTheScriptAndHandedToSomeone() {
    var declared = new TreeSet<>(FILE.content().path("secrets").propertyNames());
    var used =
        FILE.services().keySet().stream()
            .flatMap(service -> FILE.secrets(service).stream())
            .map(Secret::source)
            .collect(Collectors.toCollection(TreeSet::new));
    var script = script("make-secrets.sh");

    assertThat(used).isEqualTo(declared);
    assertThat(declared).allMatch(script::contains);
    FILE.content()
        .path("secrets")
        .properties()
        .forEach(secret ->
            assertThat(secret.getValue().path("file").asString())
                .isEqualTo("./secrets/" + secret.getKey()));
  }

  @Test
  void noSecretStandsInTheEnvironment() {
    for (var service : FILE.services().keySet()) {
      assertThat(FILE.environment(service).keySet())
          .as(service)
          .noneMatch(name ->
              name.matches("(?i).*(password|secret|access-key|token)$") && !name.endsWith("_FILE"));
    }
  }

  @Test
  void everyScriptReadsOnlySecretsThatItsContainerHas() {
    var reads = Pattern.compile("secret ([a-z-]+)|/run/secrets/([a-z-]+)");
    var containers =
        Map.of(
            "bucket.sh", "bucket",
            "elasticsearch.sh", "elasticsearch",
            "index-user.sh", "index-user",
            "keycloak.sh", "keycloak");
    containers.forEach((script, container) -> {
      var held = FILE.secrets(container).stream().map(Secret::target).toList();
      var matcher = reads.matcher(script(script));
      while (matcher.find()) {
        var name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        assertThat(held).as(script).contains(name);
      }
    });
    for (var database : new String[] {"access", "evidence", "gateway", "keycloak"}) {
      assertThat(FILE.secrets("postgres"))
          .extracting(Secret::target)
          .contains(database + "-owner-password");
    }
  }

  @Test
  void everyFileThatIsMountedIsThere() {
    for (var service : FILE.services().entrySet()) {
      for (var volume : strings(service.getValue().path("volumes"))) {
        var source = volume.split(":", -1)[0];
        if (source.startsWith("./")) {
          assertThat(ComposeFile.ROOT.resolve(source)).as(service.getKey()).exists();
          assertThat(volume).as(service.getKey()).endsWith(":ro");
        } else {
          assertThat(FILE.content().path("volumes").has(source)).as(volume).isTrue();
        }
      }
    }
  }

  @Test
  void keycloakGetsEveryValueThatTheRealmFileLeavesOpen() {
    var realm = ComposeFile.text(ComposeFile.ROOT.resolve(REALM));
    var given =
        FILE.environment("keycloak").keySet().stream()
            .collect(Collectors.toCollection(HashSet::new));
    var exported = Pattern.compile("(?m)^([A-Z_]+)=\\$\\(secret ").matcher(script("keycloak.sh"));
    while (exported.find()) {
      given.add(exported.group(1));
    }
    var open = Pattern.compile("\\$\\{([A-Z_]+)}").matcher(realm);
    while (open.find()) {
      assertThat(given).contains(open.group(1));
    }
    assertThat(FILE.environment("keycloak"))
        .containsEntry("KC_FEATURES_DISABLED", CordonRealm.FEATURES_DISABLED);
  }

  @Test
  void everyImageOfOursIsBuiltFromAModuleOfItsName() {
    for (var ours : ComposeFile.OURS) {
      var build = FILE.service(ours).path("build");
      assertThat(build.path("args").path("SERVICE").asString()).isEqualTo(ours);
      assertThat(Files.isRegularFile(ComposeFile.ROOT.resolve(ours).resolve("pom.xml"))).isTrue();
    }
    var built =
        FILE.services().entrySet().stream()
            .filter(service -> service.getValue().has("build"))
            .map(Map.Entry::getKey);
    assertThat(built).containsExactlyInAnyOrderElementsOf(ComposeFile.OURS);
  }

  private static final String REALM = "stack/src/main/resources/keycloak/cordon-realm.json";

  private static java.util.List<String> problems(JsonNode file) throws IOException {
    var json = new JsonMapper();
    try (var in = ComposeFileTest.class.getResourceAsStream("compose-spec.json")) {
      var schema = (ObjectNode) json.readTree(in);
      // Validators know the dialect by its original address alone, and want an absolute one for
      // $id.
      schema.remove("$id");
      schema.put("$schema", "http://json-schema.org/draft-07/schema#");
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(schema)
          .validate(file)
          .stream()
          .map(Object::toString)
          .toList();
    }
  }

  private static String script(String name) {
    return ComposeFile.text(ComposeFile.ROOT.resolve(SCRIPTS + name));
  }

  private static java.util.List<String> strings(JsonNode array) {
    return array.values().stream().map(JsonNode::asString).toList();
  }

  private static Map<String, String> properties(String pom) {
    var text = ComposeFile.text(ComposeFile.ROOT.resolve(pom));
    return Pattern.compile("<([a-z0-9-]+\\.version)>([^<$]+)</")
        .matcher(text)
        .results()
        .collect(Collectors.toMap(m -> m.group(1), m -> m.group(2), (first, _) -> first));
  }
}
