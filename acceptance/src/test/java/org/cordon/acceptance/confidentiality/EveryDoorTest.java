package org.cordon.acceptance.confidentiality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.cordon.acceptance.api.Api;
import org.cordon.acceptance.api.Cases;
import org.cordon.acceptance.api.Upload;
import org.cordon.acceptance.installation.Cordon;
import org.cordon.acceptance.installation.Status.Account;
import org.cordon.acceptance.material.Material;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A practitioner who is a possible witness tries every operation that Cordon publishes with every
 * id that there is in their case. What another's account is made of must answer as what does not
 * exist, and adding more of it must change no byte of anything they are told (rule 2).
 */
class EveryDoorTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  private static final Map<String, String> NARRATIVE =
      Map.of("kind", "NARRATIVE", "title", "How the teacher saw it");

  /** Of each name so many ids in an ordinary run. */
  private static final int SAMPLE = 2;

  private final Cordon cordon = Cordon.running();
  private final Api api = Api.running();
  private final Cases cases = Cases.running();
  private final Account reviewer = cordon.account("hilary.stanforth");
  private final Account officer = cordon.account("margaret.thwaite");
  private final Account speaker = cordon.account("ruth.ambler");
  private final Account practitioner = cordon.account("bernadette.oakes");

  @Test
  void whatIsWalledAnswersAsWhatIsAbsentAtEveryDoor_rule2() {
    String caseId = aCase();
    hide(caseId, 1);
    List<Door> doors = doors();
    Known reviewers = Known.to(reviewer, caseId, api, doors);
    Known officers = Known.to(officer, caseId, api, doors);
    Set<String> theirs = Known.to(practitioner, caseId, api, doors).everyId();
    int compared = 0;
    List<String> told = new ArrayList<>();
    for (Door door : doors) {
      for (int place = 0; place < door.ids().size(); place++) {
        for (String hidden : hidden(door.ids().get(place), List.of(reviewers, officers), theirs)) {
          String with = tried(door, place, hidden, caseId);
          String without = tried(door, place, absent(), caseId);
          compared++;
          if (!with.equals(without)) {
            told.add(door + " with " + hidden + "\n" + with + "\n--- but absent:\n" + without);
          }
        }
      }
    }
    assertThat(told).isEmpty();
    assertThat(compared).as("pairs of answers compared").isGreaterThan(30);
  }

  @Test
  void addingWhatIsWalledChangesNoByteOfWhatAPractitionerIsTold_rule2() {
    String caseId = aCase();
    List<Door> doors = doors();
    // What moves by itself, such as the list of what they were shown, moves between these two.
    Map<String, String> first = Known.to(practitioner, caseId, api, doors).answers();
    Map<String, String> before = Known.to(practitioner, caseId, api, doors).answers();
    Set<String> hidden = hide(caseId, 3);
    Map<String, String> after = Known.to(practitioner, caseId, api, doors).answers();
    assertThat(after.keySet()).isEqualTo(before.keySet());
    after.forEach((address, answer) -> {
      assertThat(answer).as(address).doesNotContain(hidden);
      if (Objects.equals(before.get(address), first.get(address))) {
        assertThat(answer).as(address).isEqualTo(before.get(address));
      }
    });
    assertThat(after.values())
        .as("answers that say something")
        .anyMatch(it -> it.startsWith("200"));
  }

  private List<Door> doors() {
    return Door.all(api, reviewer, "access", "evidence", "search");
  }

  /** Criminal proceedings are live, and a letter is circulated to the practitioner. */
  private String aCase() {
    String caseId = cases.open("Every door", reviewer);
    cases.give(caseId, officer, "APPROVING_OFFICER");
    cases.give(caseId, speaker, "CASE_GROUP_MEMBER");
    cases.give(caseId, practitioner, "CASE_GROUP_MEMBER");
    String letter = add(caseId, "A letter", Map.of("title", "A letter"));
    api.post(
            reviewer,
            "/api/access/versions/" + letter + "/circulations",
            Map.of("people", List.of(cases.idOf(practitioner))))
        .require(200);
    cases.openProceedings(caseId, reviewer);
    return caseId;
  }

  /** Accounts of the other practitioner, and a request to show one of them; gives their ids. */
  private Set<String> hide(String caseId, int times) {
    Set<String> ids = new TreeSet<>();
    for (int i = 0; i < times; i++) {
      String version =
          add(
              caseId,
              "What the teacher told us",
              Map.of(
                  "title",
                  "What the teacher told us",
                  "accountsOf",
                  List.of(cases.idOf(speaker)),
                  "matters",
                  List.of("Who was at home"),
                  "delicate",
                  true));
      ids.add(version);
      ids.add(
          api.post(
                  reviewer,
                  "/api/access/cases/" + caseId + "/disclosures",
                  Map.of(
                      "version",
                      version,
                      "recipient",
                      cases.idOf(speaker),
                      "purpose",
                      "To check what was said."))
              .require(201)
              .json()
              .path("id")
              .asString());
      ids.addAll(paper(caseId, version));
    }
    return ids;
  }

  /** A working paper written from that account, with a version of it, a comment and a new draft. */
  private Set<String> paper(String caseId, String account) {
    String paper = made("/api/evidence/cases/" + caseId + "/papers", NARRATIVE).asString();
    String passage =
        made(
                "/api/evidence/papers/" + paper + "/draft/passages",
                Map.of(
                    "kind", "PARAGRAPH",
                    "text", "She waited by the gate.",
                    "citations", List.of(Map.of("version", account))))
            .asString();
    String version =
        made("/api/evidence/papers/" + paper + "/versions", Map.of("opened", List.of())).asString();
    made("/api/evidence/papers/" + paper + "/versions/1/comments", Map.of("text", "By which?"));
    api.post(reviewer, "/api/evidence/papers/" + paper + "/draft", Map.of()).require(201);
    return Set.of(paper, passage, version);
  }

  private JsonNode made(String path, Map<String, ?> body) {
    return api.post(reviewer, path, body).require(201).json().path("id");
  }

  private String add(String caseId, String title, Map<String, ?> metadata) {
    Upload file = Upload.ofText("note.txt", title + " " + UUID.randomUUID(), title).with(metadata);
    String item = api.add(reviewer, caseId, file).require(201).json().path("item").asString();
    return cases.settled(reviewer, item, SOON).path("version").path("id").asString();
  }

  private static List<String> hidden(String name, List<Known> knowing, Set<String> theirs) {
    return knowing.stream()
        .flatMap(known -> known.ids().getOrDefault(name, Set.of()).stream())
        .filter(id -> !theirs.contains(id) && !name.equals("number"))
        .distinct()
        .sorted()
        .limit(Material.isWhole() ? Long.MAX_VALUE : SAMPLE)
        .toList();
  }

  /** The answer with one place filled by this id, which is then taken out of it. */
  private String tried(Door door, int place, String id, String caseId) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < door.ids().size(); i++) {
      String name = door.ids().get(i);
      values.add(i == place ? id : name.equals("case") ? caseId : name.equals("number") ? "1" : id);
    }
    return door.ask(api, practitioner, values).wholly().replace(id, "ID");
  }

  private static String absent() {
    return UUID.randomUUID().toString().replaceFirst("-4", "-7");
  }
}
