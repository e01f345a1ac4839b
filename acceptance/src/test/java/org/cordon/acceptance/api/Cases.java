package org.cordon.acceptance.api;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cordon.acceptance.installation.Await;
import org.cordon.acceptance.installation.Cordon;
import org.cordon.acceptance.installation.Status.Account;
import tools.jackson.databind.JsonNode;

/** Cases made for a test, and what lies in them. */
public final class Cases {
  private static final Set<String> SETTLED = Set.of("READY", "FAILED");
  private final Api api;
  private final Cordon cordon;

  private Cases(Api api, Cordon cordon) {
    this.api = api;
    this.cordon = cordon;
  }

  public static Cases running() {
    return new Cases(Api.running(), Cordon.running());
  }

  /** Opens a case with this person as its lead reviewer and returns its id. */
  public String open(String title, Account leadReviewer) {
    var manager = cordon.account("alison.keeble");
    var reference = "TEST/" + UUID.randomUUID().toString().substring(0, 8);
    var opened =
        api.post(
                manager,
                "/api/access/cases",
                Map.of(
                    "reference",
                    reference,
                    "title",
                    title,
                    "reviewType",
                    "Child safeguarding practice review"))
            .require(201)
            .json();
    var caseId = opened.path("id").asString();
    give(caseId, leadReviewer, "LEAD_REVIEWER");
    return caseId;
  }

  /** Opens criminal proceedings, under investigation, and returns their id. */
  public String openProceedings(String caseId, Account leadReviewer) {
    return api.post(
            leadReviewer,
            "/api/access/cases/" + caseId + "/proceedings",
            Map.of(
                "kind", "CRIMINAL",
                "title", "Operation Teasel",
                "status", "INVESTIGATION",
                "since", "2026-01-31"))
        .require(201)
        .json()
        .path("id")
        .asString();
  }

  /** The same, with the early discussion on record, so that papers go round and people talk. */
  public void openDiscussedProceedings(String caseId, Account leadReviewer, Account officer) {
    api.post(
            officer,
            "/api/access/cases/%s/proceedings/%s/early-discussions"
                .formatted(caseId, openProceedings(caseId, leadReviewer)),
            Map.of(
                "heldOn", "2026-02-02",
                "participants", "The chair, the police and the CPS",
                "timing", "Papers may go round and conversations begin now.",
                "conduct", "Nobody is asked about the day itself.",
                "contributors", "Everyone named in the plan."))
        .require(201);
  }

  /** Gives a person exactly these roles in a case, none to take them off it. */
  public void give(String caseId, Account person, String... roles) {
    var manager = cordon.account("alison.keeble");
    var path = "/api/access/cases/" + caseId + "/people/" + idOf(person);
    var body = Map.of("name", person.name(), "roles", List.of(roles));
    var before = api.get(manager, path);
    var answer =
        before.status() == 200
            ? api.put(manager, path, body, before.header("ETag"))
            : api.put(manager, path, body);
    if (answer.status() != 200 && answer.status() != 201) {
      throw new AssertionError("Giving " + List.of(roles) + ": " + answer);
    }
  }

  public String idOf(Account person) {
    return api.get(person, "/api/access/me").require(200).json().path("person").asString();
  }

  /** The documents of a case as this person sees them. */
  public List<JsonNode> items(Account as, String caseId) {
    return api.list(as, "/api/evidence/cases/" + caseId + "/items");
  }

  /** The item once its text has been taken or could not be. */
  public JsonNode settled(Account as, String item, Duration limit) {
    return Await.value(
        limit,
        "item " + item + " is READY or FAILED",
        () -> {
          var answer = api.get(as, "/api/evidence/items/" + item);
          return answer.status() == 200 && isSettled(answer.json())
              ? Optional.of(answer.json())
              : Optional.empty();
        });
  }

  public static boolean isSettled(JsonNode item) {
    return SETTLED.contains(item.path("state").asString());
  }

  /** Every hit of a search, page by page. */
  public JsonNode search(Account as, Map<String, String> query) {
    return api.get(as, "/api/search" + Api.query(query)).require(200).json();
  }

  /** Waits until a search gives this many hits in all. */
  public JsonNode awaitTotal(Account as, Map<String, String> query, int total, Duration limit) {
    return Await.value(
        limit,
        "a search for " + query + " finds " + total,
        () -> {
          var answer = api.get(as, "/api/search" + Api.query(query));
          return answer.status() == 200 && answer.json().path("total").asInt() == total
              ? Optional.of(answer.json())
              : Optional.empty();
        });
  }
}
