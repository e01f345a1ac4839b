package org.cordon.search.testing;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cordon.platform.access.Evaluation;
import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.search.index.VersionContent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** evidence-service and access-service at one address, answering from a {@link World}. */
public final class Neighbours {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final World world;
  private final WireMockServer server;

  public Neighbours(World world) {
    this.world = world;
    this.server =
        new WireMockServer(
            WireMockConfiguration.options()
                .dynamicPort()
                .containerThreads(60)
                .disableRequestJournal()
                .extensions(new FromWorld()));
    server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.ok()));
    server.start();
  }

  public String url() {
    return server.baseUrl();
  }

  private final class FromWorld implements ResponseDefinitionTransformerV2 {
    @Override
    public String getName() {
      return "from-world";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
      Request request = event.getRequest();
      String path = URI.create(request.getUrl()).getPath();
      try {
        Object body = answer(request, path);
        return body == null ? new ResponseDefinitionBuilder().withStatus(404).build() : json(body);
      } catch (Failing failing) {
        return new ResponseDefinitionBuilder().withStatus(500).build();
      }
    }
  }

  private static final class Failing extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private @Nullable Object answer(Request request, String path) {
    if (request.getHeader("Authorization") == null) {
      throw new Failing();
    }
    boolean access =
        path.startsWith("/internal/labels")
            || path.startsWith("/internal/filters")
            || path.startsWith("/access/");
    if (access && world.isAccessDown()) {
      throw new Failing();
    }
    return switch (path) {
      case "/internal/changes" -> evidenceChanges(request);
      case "/internal/labels/changes" ->
          world.labelsAfter(
              number(request, "after"), (int) number(request, "limit"), number(request, "wait"));
      case "/internal/filters" -> filter(request);
      case "/access/v1/evaluations" -> evaluations(request);
      default -> one(request, path);
    };
  }

  private @Nullable Object one(Request request, String path) {
    if (!request.getMethod().equals(RequestMethod.GET)) {
      throw new Failing();
    }
    VersionId version = VersionId.from(path.substring(path.lastIndexOf('/') + 1));
    if (path.startsWith("/internal/labels/")) {
      return world.labels(version).orElse(null);
    }
    if (world.isFailing(version)) {
      throw new Failing();
    }
    VersionContent content = world.content(version);
    return content;
  }

  private Object evidenceChanges(Request request) {
    long after = number(request, "after");
    List<World.EvidenceEntry> entries =
        world.evidenceAfter(after, (int) number(request, "limit"), number(request, "wait"));
    List<Map<String, Object>> changes = new ArrayList<>();
    for (World.EvidenceEntry entry : entries) {
      Map<String, Object> change = new LinkedHashMap<>();
      change.put("position", entry.position());
      change.put("version", entry.version());
      change.put("item", entry.item());
      change.put("case", entry.caseId());
      change.put("change", "STATE");
      changes.add(change);
    }
    return Map.of(
        "changes", changes, "position", entries.isEmpty() ? after : entries.getLast().position());
  }

  private Object filter(Request request) {
    record FilterRequest(PersonId person, long indexed) {}
    FilterRequest asked = JSON.readValue(request.getBodyAsString(), FilterRequest.class);
    return world.filter(asked.person(), asked.indexed());
  }

  private Object evaluations(Request request) {
    Evaluation.BatchRequest asked =
        JSON.readValue(request.getBodyAsString(), Evaluation.BatchRequest.class);
    PersonId person = PersonId.from(asked.subject().id());
    return new Evaluation.BatchResponse(
        asked.evaluations().stream()
            .map(part ->
                new Evaluation.Response(
                    world.decide(person, VersionId.from(part.resource().id())),
                    Map.of("entry", LedgerEntryId.create().toString())))
            .toList());
  }

  private static long number(Request request, String parameter) {
    return Long.parseLong(request.queryParameter(parameter).firstValue());
  }

  private static ResponseDefinition json(Object body) {
    return new ResponseDefinitionBuilder()
        .withStatus(200)
        .withHeader("Content-Type", "application/json")
        .withBody(JSON.writeValueAsString(body))
        .build();
  }
}
