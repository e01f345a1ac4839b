package org.cordon.evidence.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cordon.evidence.EvidenceTest;
import org.cordon.evidence.WrittenPapers;
import org.cordon.evidence.drafts.BeginDraft;
import org.cordon.evidence.drafts.Draft;
import org.cordon.evidence.drafts.Drafts;
import org.cordon.evidence.drafts.Editing;
import org.cordon.evidence.drafts.Freezing;
import org.cordon.evidence.drafts.OpenDraft;
import org.cordon.evidence.passages.PassageContent;
import org.cordon.evidence.passages.PassageKind;
import org.cordon.platform.access.Decision;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

class AnalysisTest extends EvidenceTest {
  private final PersonId walled = PersonId.create();
  private WrittenPapers papers;

  @Autowired private Drafts drafts;
  @Autowired private Editing editing;
  @Autowired private Freezing freezing;
  @Autowired private PlatformTransactionManager transactions;

  @BeforeEach
  void writeInTheCase() {
    WrittenPapers.permit(ACCESS, reviewer, caseId);
    ACCESS.permit(walled, caseId);
    papers = new WrittenPapers(at(""), token(reviewer), caseId);
  }

  @Test
  void entriesStandInOrderOfTimeAndMoreThanThirtyDaysWithoutOneAreAGap() {
    String chronology = papers.paper("CHRONOLOGY", "What happened");
    AgencyId school = AgencyId.create();
    entry(chronology, "Last", Map.of("from", "2026-03-16"));
    entry(chronology, "A day unknown", Map.of());
    entry(
        chronology,
        "*First* of them",
        Map.of("from", "2026-01-01", "to", "2026-01-12", "agency", school.toString()));
    entry(chronology, "Thirty days later", Map.of("from", "2026-02-12"));

    JsonNode analysis = analysis(reviewer);

    assertThat(texts(analysis.get("entries"), "text"))
        .containsExactly("First of them", "Thirty days later", "Last", "A day unknown");
    assertThat(analysis.get("entries").get(0).get("agency").asString())
        .isEqualTo(school.toString());
    assertThat(analysis.get("gaps")).hasSize(1);
    assertThat(analysis.get("gaps").get(0).toString())
        .isEqualTo("{\"from\":\"2026-02-13\",\"to\":\"2026-03-15\",\"days\":31}");
  }

  @Test
  void aFindingSaysWhatItRestsOnWhatCitesNothingAndWhatWasNotWritten() {
    String source = add("letter.txt", utf8("The invented letter.")).get("version").asString();
    String finding = papers.paper("FINDING", "Finding 1");
    papers.passage(finding, "HEADLINE", "Tools hide the *whole* picture", Map.of());
    String shown =
        papers.passage(
            finding,
            "IN_THIS_CASE",
            "It showed twice.",
            Map.of("pattern", "HUMAN_TOOL", "citations", List.of(Map.of("version", source))));
    papers.passage(finding, "RISK", "It will show again.", Map.of());

    JsonNode found = analysis(reviewer).get("findings").get(0);

    assertThat(found.get("title").asString()).isEqualTo("Tools hide the whole picture");
    assertThat(found.get("pattern").asString()).isEqualTo("HUMAN_TOOL");
    assertThat(texts(found.get("evidence"), "passage")).containsExactly(shown);
    assertThat(found.get("evidence").get(0).get("citations").get(0).get("version").asString())
        .isEqualTo(source);
    assertThat(found.get("unsupported").toString()).isEqualTo("[\"RISK\"]");
    assertThat(found.get("missing").toString())
        .isEqualTo("[\"UNDERLYING\",\"PREVALENCE\",\"ISSUES_FOR_THE_BOARD\"]");
  }

  @Test
  void episodesShowTheirDaysAndFactorsAndRecommendationsTheirKind() {
    String episode = papers.paper("EPISODE", "The first home visit");
    papers.passage(
        episode, "SUMMARY", "Two came.", Map.of("from", "2026-01-03", "to", "2026-01-09"));
    papers.passage(
        episode,
        "FACTOR",
        "The form asked for one child only.",
        Map.of("from", "2026-01-05", "pattern", "HUMAN_TOOL"));
    String advice = papers.paper("RECOMMENDATIONS", "What should follow");
    papers.passage(advice, "CLEAR_CUT", "Change the form.", Map.of());

    JsonNode analysis = analysis(reviewer);

    JsonNode found = analysis.get("episodes").get(0);
    assertThat(found.get("from").asString()).isEqualTo("2026-01-03");
    assertThat(found.get("to").asString()).isEqualTo("2026-01-09");
    assertThat(texts(found.get("factors"), "pattern")).containsExactly("HUMAN_TOOL");
    assertThat(texts(analysis.get("recommendations"), "kind")).containsExactly("CLEAR_CUT");
  }

  @Test
  void whoIsWalledFromAPaperGetsTheBytesOfACaseWithoutIt_rule2() {
    entry(papers.paper("CHRONOLOGY", "Open"), "Open to all", Map.of("from", "2026-01-01"));
    byte[] before = raw(walled).body().getBytes(StandardCharsets.UTF_8);

    JsonNode hidden = papers.begun("CHRONOLOGY", "Hidden");
    VersionId draft = VersionId.from(hidden.get("draft").get("version").asString());
    ACCESS.wall(walled, draft);
    entry(hidden.get("id").asString(), "Walled", Map.of("from", "2026-09-01"));
    JsonNode finding = papers.begun("FINDING", "Hidden too");
    ACCESS.wall(walled, VersionId.from(finding.get("draft").get("version").asString()));

    assertThat(raw(walled).body().getBytes(StandardCharsets.UTF_8)).isEqualTo(before);
    assertThat(analysis(reviewer).get("entries")).hasSize(2);
    assertThat(ACCESS.asked()).noneMatch(it -> it.startsWith(walled + " read " + draft));
  }

  @Test
  void whoMayNotReadTheDraftGetsTheNewestVersionThatTheyMayRead() {
    String chronology = papers.paper("CHRONOLOGY", "What happened");
    entry(chronology, "In version 1", Map.of("from", "2026-01-01"));
    papers.freeze(chronology);
    JsonNode draft = papers.created("/api/evidence/papers/" + chronology + "/draft", Map.of());
    ACCESS.wall(walled, VersionId.from(draft.get("version").asString()));
    entry(chronology, "In the draft", Map.of("from", "2026-01-02"));

    assertThat(texts(analysis(walled).get("entries"), "text")).containsExactly("In version 1");
    assertThat(texts(analysis(reviewer).get("entries"), "text"))
        .containsExactly("In version 1", "In the draft");
  }

  @Test
  void whatIsShownIsDecidedOnAndConfirmed_rule29() {
    JsonNode paper = papers.begun("CHRONOLOGY", "What happened");
    String draft = paper.get("draft").get("version").asString();

    analysis(reviewer);

    String asked =
        ACCESS.asked().stream()
            .filter(it -> it.startsWith(reviewer + " read " + draft))
            .reduce((_, last) -> last)
            .orElseThrow();
    assertThat(ACCESS.delivered()).contains(asked.substring(asked.indexOf("-> ") + 3));
  }

  @Test
  void whoTakesPartAndHasNoRecordIsUnheardAndOthersAreNotTold() {
    PersonId nurse = PersonId.create();
    PersonId father = PersonId.create();
    AgencyId trust = AgencyId.create();
    ACCESS.cases().join(caseId, reviewer, null, "REVIEW_TEAM_MEMBER");
    ACCESS.cases().join(caseId, nurse, trust, "CASE_GROUP_MEMBER");
    ACCESS.cases().join(caseId, father, null, "FAMILY_MEMBER");
    VersionId record = record(father);

    assertThat(analysis(reviewer).get("unheard").isNull()).isTrue();
    ACCESS.permit(reviewer, "readPeople", caseId);
    assertThat(analysis(reviewer).get("unheard").isNull()).isTrue();
    ACCESS.permit(reviewer, "readConversations", caseId);
    assertThat(analysis(reviewer).get("unheard").toString())
        .isEqualTo(
            "[{\"person\":\"%s\",\"agency\":\"%s\",\"roles\":[\"CASE_GROUP_MEMBER\"]}]"
                .formatted(nurse, trust));

    ACCESS.wall(reviewer, record);
    assertThat(texts(analysis(reviewer).get("unheard"), "person"))
        .containsExactly(nurse.toString(), father.toString());
  }

  @Test
  void aSourceThatMayNotBeFoundIsLeftOutOfTheEvidenceWithoutAWord() {
    String open = add("open.txt", utf8("Open.")).get("version").asString();
    String hidden = add("hidden.txt", utf8("Hidden.")).get("version").asString();
    ACCESS.wall(walled, VersionId.from(hidden));
    String finding = papers.paper("FINDING", "=cmd|' /C calc'!A0");
    papers.passage(
        finding,
        "RISK",
        "It rests on two.",
        Map.of("citations", List.of(Map.of("version", open), Map.of("version", hidden))));

    JsonNode shown =
        json(path() + "/evidence", token(walled)).get("findings").get(0).get("passages").get(0);
    assertThat(texts(shown.get("sources"), "version")).containsExactly(open);
    assertThat(get(path() + "/evidence", token(walled)).body()).doesNotContain(hidden);
    assertThat(
            texts(
                json(path() + "/evidence", token(reviewer))
                    .get("findings")
                    .get(0)
                    .get("passages")
                    .get(0)
                    .get("sources"),
                "version"))
        .containsExactly(open, hidden);

    String csv = get(path() + "/evidence/csv", token(walled)).body();
    assertThat(csv).startsWith("finding,section,passage,text,source,item,version,page\r\n");
    assertThat(csv).contains("'=cmd|' /C calc'!A0,RISK,").doesNotContain(hidden);
  }

  @Test
  void aLongPassageIsCutAndAStrangeCursorRefused() {
    entry(papers.paper("CHRONOLOGY", "Long"), "word ".repeat(200), Map.of());

    String text = analysis(reviewer).get("entries").get(0).get("text").asString();
    assertThat(text.codePointCount(0, text.length())).isEqualTo(CaseAnalysis.MAX_TEXT);
    assertThat(text).endsWith("…");
    HttpResponse<String> refused = get(path() + "?after=nothing", token(reviewer));
    assertThat(refused.statusCode()).isEqualTo(400);
  }

  @Test
  void whoHasNoRoleInTheCaseGetsTheAnswerOfACaseThatIsNotThere() {
    HttpResponse<String> stranger = get(path(), token(PersonId.create()));
    HttpResponse<String> absent =
        get("/api/evidence/cases/" + CaseId.create() + "/analysis", token(reviewer));

    assertThat(stranger.statusCode()).isEqualTo(404);
    assertThat(stranger.body()).isEqualTo(absent.body());
  }

  /** The record of a conversation that somebody had. */
  private VersionId record(PersonId participant) {
    Draft begun =
        Objects.requireNonNull(
            new TransactionTemplate(transactions)
                .execute(_ -> {
                  Draft draft =
                      drafts.begin(
                          new BeginDraft(
                              caseId,
                              ItemKind.CONVERSATION_RECORD,
                              "RECORD",
                              "Conversation 1",
                              reviewer));
                  editing.add(
                      reviewer,
                      draft,
                      new Editing.Sourced(
                          PassageContent.plain(PassageKind.PARAGRAPH, "He said so."),
                          Optional.empty(),
                          0));
                  return draft;
                }));
    Draft draft = drafts.find(begun.item()).orElseThrow();
    drafts.register(draft, Set.of(participant), Set.of());
    freezing.freeze(reviewer, new OpenDraft(draft, new Decision(true, LedgerEntryId.create())));
    return draft.version();
  }

  private void entry(String chronology, String text, Map<String, ?> more) {
    papers.passage(chronology, "ENTRY", text, more);
  }

  private String path() {
    return "/api/evidence/cases/" + caseId + "/analysis";
  }

  private JsonNode analysis(PersonId person) {
    return json(path(), token(person));
  }

  private HttpResponse<String> raw(PersonId person) {
    return get(path(), token(person));
  }

  private static List<String> texts(JsonNode list, String field) {
    return Stream.iterate(0, i -> i < list.size(), i -> i + 1)
        .map(i -> list.get(i).get(field).asString())
        .toList();
  }
}
