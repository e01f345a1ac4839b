package org.cordon.evidence.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cordon.evidence.drafts.Drafts;
import org.cordon.evidence.drafts.Freezing;
import org.cordon.evidence.drafts.OpenDraft;
import org.cordon.evidence.drafts.Writing;
import org.cordon.evidence.passages.Sections;
import org.cordon.platform.access.CaseAction;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class SourcingTest extends PaperTest {
  @Autowired private Drafts drafts;
  @Autowired private Freezing freezing;

  @AfterEach
  void comeBack() {
    ACCESS.comeBack();
  }

  @Test
  void whatIsCitedBecomesASourceBeforeThePassageIsThere() {
    String paper = begin(PaperKind.NARRATIVE);
    JsonNode source = document("The health  visitor called twice that week.");
    String version = source.get("version").asString();

    JsonNode passage =
        addPassage(paper, citing("see there", source, "health visitor called twice"));

    JsonNode citation = passage.get("citations").get(0);
    assertThat(citation.get("verbatim").asBoolean()).isTrue();
    assertThat(citation.get("item").asString()).isEqualTo(source.get("item").asString());
    String draft = draftVersion(paper).toString();
    assertThat(ACCESS.sourced()).contains(draft + " " + version);
    assertThat(draft(paper).get("sources").get(0).get("title").asString()).isEqualTo("source.txt");
    assertThat(
            addPassage(paper, citing("see there", source, "called three times"))
                .get("citations")
                .get(0)
                .get("verbatim")
                .asBoolean())
        .isFalse();
  }

  @Test
  void whenAccessServiceCannotBeToldOfASourceNothingIsSaved() {
    String paper = begin(PaperKind.NARRATIVE);
    JsonNode source = document("A text.");
    JsonNode passage = addPassage(paper, "before");
    ACCESS.goDown();

    ask("POST", reviewer, paper + "/draft/passages", citing("x", source, "A")).is(503);
    save(reviewer, paper, passage, "after").is(503);

    ACCESS.comeBack();
    assertThat(texts(draft(paper))).containsExactly("before");
  }

  @Test
  void whatIsNotOpenToTheWriterCannotBeCitedAndAnswersLikeWhatIsNotThere() {
    String paper = begin(PaperKind.NARRATIVE);
    JsonNode walled = document("Hidden.");
    ACCESS.wall(reviewer, VersionId.from(walled.get("version").asString()));
    JsonNode absent = JSON.createObjectNode().put("version", VersionId.create().toString());

    Answer one = ask("POST", reviewer, paper + "/draft/passages", citing("x", walled, "H")).is(400);
    Answer other =
        ask("POST", reviewer, paper + "/draft/passages", citing("x", absent, "H")).is(400);

    assertThat(one.response().body()).isEqualTo(other.response().body());
    assertThat(ACCESS.sourced()).noneMatch(it -> it.endsWith(walled.get("version").asString()));
  }

  @Test
  void aWriterFromWhomASourceClosedKeepsItsCitationAndCannotTryOtherWordsOnIt() {
    String paper = begin(PaperKind.NARRATIVE);
    JsonNode source = document("The health visitor called twice.");
    JsonNode passage = addPassage(paper, citing("see there", source, "called twice"));
    String path = paper + "/draft/passages/" + passage.get("id").asString();
    ACCESS.wall(reviewer, VersionId.from(source.get("version").asString()));

    put(path, 1, citing("see there", source, "called once")).is(400);
    put(path, 1, citing("see there again", source, "called twice")).is(200);
  }

  @Test
  void whatAChangedPassageCitesIsNamedInTheDraftThatItIsIn_rule4() {
    String paper = begin(PaperKind.NARRATIVE);
    JsonNode source = document("The health visitor called twice.");
    JsonNode passage = addPassage(paper, citing("see there", source, "called twice"));
    freeze(paper);
    ask("POST", reviewer, paper + "/draft", Map.of()).is(201);
    String next = draftVersion(paper) + " " + source.get("version").asString();
    assertThat(ACCESS.sourced()).doesNotContain(next);

    put(
            paper + "/draft/passages/" + passage.get("id").asString(),
            1,
            citing("more of it", source, "called twice"))
        .is(200);

    assertThat(ACCESS.sourced()).contains(next);
  }

  @Test
  void beginningAPaperAgainTellsNothingOfALaterDraftThatClosed_rule2() {
    Map<String, String> key = Map.of("Idempotency-Key", someKey());
    Map<String, String> wanted = Map.of("kind", "NARRATIVE", "title", "A title");
    String id = ask("POST", reviewer, papers(), wanted, key).is(201).body().get("id").asString();
    String paper = "/api/evidence/papers/" + id;
    VersionId first = draftVersion(paper);
    addPassage(paper, "one");
    freeze(paper);
    ask("POST", reviewer, paper + "/draft", Map.of()).is(201);
    ACCESS.wall(reviewer, draftVersion(paper));
    ACCESS.wall(reviewer, first);

    ask("POST", reviewer, papers(), wanted, key).is(404);
    ask("POST", reviewer, paper + "/draft", Map.of()).is(404);
  }

  private Answer put(String path, int revision, Map<String, Object> passage) {
    return ask("PUT", reviewer, path, passage, Map.of("If-Match", "\"" + revision + "\""));
  }

  @Test
  void whatIsOfAnotherCaseCannotBeCited() {
    String paper = begin(PaperKind.NARRATIVE);
    CaseId other = CaseId.create();
    ACCESS.permit(reviewer, other);
    JsonNode elsewhere =
        JSON.readTree(
            upload(
                    reviewer,
                    "/api/evidence/cases/" + other + "/documents",
                    Multipart.of("x.txt", utf8("x"), "{}"))
                .body());

    ask("POST", reviewer, paper + "/draft/passages", citing("x", elsewhere, "x")).is(400);
  }

  @Test
  void anAccountThatIsDeclaredIsInTheLabelsBeforeThePassageIsThere() {
    String paper = begin(PaperKind.NARRATIVE);

    addPassage(
        paper,
        Map.of("kind", "PARAGRAPH", "text", "she said", "accountsOf", List.of(witness.toString())));

    assertThat(ACCESS.labelsOf(draftVersion(paper).toString()).get("accountsOf").get(0).asString())
        .isEqualTo(witness.toString());
  }

  @Test
  void whoOpenedAnAccountSaysBeforeFreezingWhetherTheyUsedIt() {
    String paper = begin(PaperKind.NARRATIVE);
    addPassage(paper, "from memory");
    JsonNode account =
        add("account.txt", utf8("I saw it."), "{\"accountsOf\":[\"" + witness + "\"]}");
    JsonNode plain = add("plain.txt", utf8("Nothing."));
    for (JsonNode each : List.of(account, plain)) {
      ACCESS.exposed(reviewer, caseId, VersionId.from(each.get("version").asString()), "read");
    }
    String version = account.get("version").asString();
    String other = begin(PaperKind.NARRATIVE);
    addPassage(
        other,
        Map.of("kind", "PARAGRAPH", "text", "she said", "accountsOf", List.of(witness.toString())));
    String otherDraft = draftVersion(other).toString();
    ACCESS.exposed(reviewer, caseId, VersionId.from(otherDraft), "read");

    JsonNode opened = ask("GET", reviewer, paper + "/draft/opened", null).is(200).body();
    assertThat(opened.get("items").valueStream().map(it -> it.get("version").asString()))
        .containsExactly(version, otherDraft);
    assertThat(opened.get("items").get(0).get("version").asString()).isEqualTo(version);
    assertThat(opened.get("items").get(0).get("cited").asBoolean()).isFalse();
    Answer unanswered =
        ask("POST", reviewer, paper + "/versions", Map.of("opened", List.of())).is(400);
    assertThat(unanswered.body().get("errors").get(0).get("field").asString()).isEqualTo("opened");

    String draft = draftVersion(paper).toString();
    ask(
            "POST",
            reviewer,
            paper + "/versions",
            Map.of(
                "opened",
                List.of(
                    Map.of("version", version, "used", true),
                    Map.of("version", otherDraft, "used", false))))
        .is(201);
    assertThat(ACCESS.sourced()).doesNotContain(draft + " " + otherDraft);
    assertThat(ACCESS.sourced()).contains(draft + " " + version);
  }

  @Test
  void everyWriterAnswersForWhatTheyOpenedAfterTheyLastSaved_rule4() {
    String paper = begin(PaperKind.NARRATIVE);
    JsonNode passage = addPassage(paper, "from memory");
    String version = openedByAColleague(paper, passage);
    String draft = draftVersion(paper).toString();
    Map<String, Object> no = Map.of("opened", List.of(Map.of("version", version, "used", false)));

    ask("POST", reviewer, paper + "/versions", Map.of("opened", List.of())).is(409);
    assertThat(answered(paper)).containsEntry(colleague.toString(), false);

    ask("PUT", colleague, paper + "/draft/opened", no).is(200);
    assertThat(answered(paper)).containsEntry(colleague.toString(), true);
    save(colleague, paper, passage.get("id").asString(), 2, "and more of what I read").is(200);
    ask("POST", reviewer, paper + "/versions", Map.of("opened", List.of())).is(409);

    Map<String, Object> yes = Map.of("opened", List.of(Map.of("version", version, "used", true)));
    JsonNode said = ask("PUT", colleague, paper + "/draft/opened", yes).is(200).body();
    assertThat(said.get("items").get(0).get("cited").asBoolean()).isTrue();
    assertThat(ACCESS.sourced()).contains(draft + " " + version);
    freeze(paper);
    ask("PUT", colleague, paper + "/draft/opened", no).is(404);
    ask("GET", colleague, paper + "/draft/writers", null).is(404);
  }

  @Test
  void whatAWriterOpenedWhoCanAnswerNoMoreCountsAsUsed_rule4() {
    String paper = begin(PaperKind.NARRATIVE);
    String version = openedByAColleague(paper, addPassage(paper, "from memory"));
    VersionId draft = draftVersion(paper);
    assertThat(answered(paper)).containsEntry(colleague.toString(), false);
    ACCESS.wall(colleague, draft);
    assertThat(answered(paper)).containsEntry(colleague.toString(), true);

    freeze(paper);

    assertThat(ACCESS.sourced()).contains(draft + " " + version);
  }

  @Test
  void anEarlierVersionWithAnAccountThatTheDraftDoesNotHoldIsAnsweredForToo_rule4() {
    String paper = begin(PaperKind.NARRATIVE);
    Map<String, Object> hers =
        Map.of("kind", "PARAGRAPH", "text", "she said", "accountsOf", List.of(witness.toString()));
    addPassage(paper, hers);
    String first = freeze(paper).get("id").asString();
    ask("POST", reviewer, paper + "/draft", Map.of()).is(201);
    freeze(paper);
    ask("POST", reviewer, paper + "/draft", Map.of()).is(201);
    addPassage(paper, hers);
    ACCESS.exposed(reviewer, caseId, VersionId.from(first), "read");
    assertThat(ask("GET", reviewer, paper + "/draft/opened", null).is(200).body().get("items"))
        .isEmpty();

    ACCESS.clear(draftVersion(paper).toString(), "accountsOf");

    JsonNode opened = ask("GET", reviewer, paper + "/draft/opened", null).is(200).body();
    assertThat(opened.get("items").get(0).get("version").asString()).isEqualTo(first);
    assertThat(opened.get("items").get(0).get("cited").asBoolean()).isFalse();
  }

  @Test
  void whatWasSavedWhileADraftWasBeingFrozenIsNotFrozenUnseen() {
    String paper = begin(PaperKind.NARRATIVE);
    addPassage(paper, "seen");
    OpenDraft opened =
        drafts.write(
            new Writing(
                reviewer,
                ItemId.from(paper.substring(paper.lastIndexOf('/') + 1)),
                CaseAction.WRITE_PAPERS,
                Sections.none()));
    Freezing.Settled settled = freezing.settle(reviewer, opened, List.of());
    addPassage(paper, "unseen");

    assertThatThrownBy(() -> freezing.freeze(reviewer, settled))
        .isInstanceOfSatisfying(
            Problem.class, it -> assertThat(it.kind()).isEqualTo(Problem.Kind.CONFLICT));

    assertThat(texts(draft(paper))).containsExactly("seen", "unseen");
    freeze(paper);
  }

  /** A colleague saves the passage, and opens an account whose version this is. */
  private String openedByAColleague(String paper, JsonNode passage) {
    JsonNode account =
        add("account.txt", utf8("I saw it."), "{\"accountsOf\":[\"" + witness + "\"]}");
    String version = account.get("version").asString();
    save(colleague, paper, passage, "from what I read").is(200);
    ACCESS.exposed(colleague, caseId, VersionId.from(version), "read");
    return version;
  }

  private Map<String, Boolean> answered(String paper) {
    return ask("GET", reviewer, paper + "/draft/writers", null)
        .is(200)
        .body()
        .get("items")
        .valueStream()
        .collect(
            Collectors.toMap(
                it -> it.get("person").asString(), it -> it.get("answered").asBoolean()));
  }

  @Test
  void whoeverWritesSeesForWhomTheDraftHasClosedAndThroughWhat() {
    String paper = begin(PaperKind.NARRATIVE);
    JsonNode source = document("Hers.");
    addPassage(paper, citing("x", source, "Hers"));
    ACCESS.wall(witness, draftVersion(paper));

    JsonNode closed = ask("GET", reviewer, paper + "/draft/closed", null).is(200).body();

    JsonNode line = closed.get("items").get(0);
    assertThat(line.get("person").asString()).isEqualTo(witness.toString());
    assertThat(line.get("because").get(0).get("source").asString())
        .isEqualTo(source.get("version").asString());
    assertThat(line.get("because").get(0).get("title").asString()).isEqualTo("source.txt");
    ask("GET", witness, paper + "/draft/closed", null).is(404);
  }
}
