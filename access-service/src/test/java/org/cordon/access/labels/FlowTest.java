package org.cordon.access.labels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.cordon.access.ServiceTest;
import org.cordon.access.policies.CaseRole;
import org.cordon.platform.access.ClosedTo;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Generated flows of papers, in which every decision is as plain sets say, after every change and
 * in the same request. A failure names its seed; {@code -Dcordon.seed=…} replays it.
 */
class FlowTest extends ServiceTest {
  private static final int CHANGES = 8;
  private static final int SEEDS = Boolean.getBoolean("cordon.all") ? 60 : 3;

  private OpenedCase one = new OpenedCase(CaseId.create(), someone("-"));
  private Someone lead = someone("-");
  private Someone officer = someone("-");
  private Someone colleague = someone("-");
  private List<Someone> practitioners = List.of();
  private List<VersionLabels> papers = List.of();

  static LongStream seeds() {
    Long replayed = Long.getLong("cordon.seed");
    return replayed != null ? LongStream.of(replayed) : new Random(20_261_128).longs(SEEDS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyDecisionIsAsPlainSetsSayAfterEveryChange_rules2and4(long seed) {
    Flow flow = new Flow(new Random(seed), peopleIn());
    registerAll(flow);
    String all = "seed " + seed;
    assertAsSetsSay(flow, all + ", unchanged");
    for (int i = 0; i < CHANGES; i++) {
      String change = change(flow);
      assertAsSetsSay(flow, all + ", change " + i + ": " + change);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatADraftBearsNeverShrinksWhateverIsDoneToItsSources(long seed) {
    Flow flow = new Flow(new Random(seed), peopleIn());
    registerAll(flow);
    VersionLabels draft = labels(ItemKind.WORKING_PAPER, Set.of(), Set.of(papers.getLast()));
    assertThat(
            put(service(), "/internal/labels/" + draft.version() + "?draft=true", draft).status())
        .isEqualTo(204);
    Set<PersonId> borne = new HashSet<>(flow.holds(Flow.ALL - 1));
    for (int i = 0; i < CHANGES; i++) {
      String change = change(flow);
      borne.addAll(flow.holds(Flow.ALL - 1));
      assertThat(held(draft).accountsOf())
          .as("seed %d, change %d: %s", seed, i, change)
          .isEqualTo(borne);
    }
    post(service(), "/internal/labels/" + draft.version() + "/freeze", Map.of());
    assertThat(held(draft).accountsOf()).as("seed %d", seed).isEqualTo(flow.holds(Flow.ALL - 1));
  }

  /** A case in which three practitioners and a reviewer are, or may be, witnesses. */
  private List<PersonId> peopleIn() {
    one = openCase();
    lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    officer = add(one, "Di Marsh", CaseRole.APPROVING_OFFICER);
    colleague = add(one, "Tom Askew", CaseRole.REVIEW_TEAM_MEMBER);
    practitioners =
        Stream.of("Nell Ward", "Ruth Vane", "Sam Iqbal")
            .map(name -> add(one, name, CaseRole.CASE_GROUP_MEMBER))
            .toList();
    return Stream.concat(practitioners.stream(), Stream.of(colleague)).map(Someone::id).toList();
  }

  private void registerAll(Flow flow) {
    papers = new ArrayList<>();
    for (int i = 0; i < Flow.ALL; i++) {
      papers.add(
          register(
              labels(
                  i < Flow.RECORDS ? ItemKind.CONVERSATION_RECORD : ItemKind.WORKING_PAPER,
                  flow.own.get(i),
                  flow.sources.get(i).stream().map(papers::get).collect(Collectors.toSet()))));
    }
    List<PersonId> to = practitioners.stream().map(Someone::id).toList();
    papers.stream()
        .skip(Flow.RECORDS)
        .forEach(paper ->
            assertThat(
                    post(
                            lead.token(),
                            "/api/access/versions/" + paper.version() + "/circulations",
                            Map.of("people", to))
                        .node()
                        .path("circulated")
                        .size())
                .isEqualTo(to.size()));
    openProceedings(one, lead, "INVESTIGATION");
    setStanding(one, officer, colleague.id(), "WITNESS");
  }

  /** Does something to the flow, here and in the service, and says what. */
  private String change(Flow flow) {
    return switch (flow.random.nextInt(5)) {
      case 0 -> addSource(flow);
      case 1 -> addAccount(flow);
      case 2 -> removeSource(flow);
      case 3 -> withdraw(flow);
      default -> clear(flow);
    };
  }

  private String addSource(Flow flow) {
    int paper = Flow.RECORDS + flow.random.nextInt(Flow.ALL - Flow.RECORDS);
    int source = flow.random.nextInt(paper);
    Set<PersonId> before = readers(flow, paper);
    Set<PersonId> foretold = foretold(paper, source);
    flow.sources.get(paper).add(source);
    Set<PersonId> after = readers(flow, paper);
    before.removeAll(after);
    assertThat(foretold).containsAll(before).doesNotContainAnyElementsOf(after);
    done(
        post(
            service(),
            "/internal/labels/" + version(paper) + "/sources",
            Map.of("sources", List.of(version(source)))));
    return "source " + source + " of " + paper;
  }

  /** Those of everybody who can read a paper as plain sets say. */
  private Set<PersonId> readers(Flow flow, int paper) {
    return everybody()
        .filter(it -> isReadable(it, paper, flow.holds(paper)))
        .map(Someone::id)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** From whom a paper would be kept by one more source, as the service says. */
  private Set<PersonId> foretold(int paper, int source) {
    Reply reply =
        post(
            service(),
            "/internal/labels/closed",
            Map.of("version", version(paper), "addSources", List.of(version(source))));
    done(reply);
    return json.readValue(reply.body(), ClosedTo.class).people().stream()
        .map(ClosedTo.ClosedPerson::person)
        .collect(Collectors.toSet());
  }

  private Stream<Someone> everybody() {
    return Stream.concat(practitioners.stream(), Stream.of(lead, officer, colleague));
  }

  private String addAccount(Flow flow) {
    int paper = flow.random.nextInt(Flow.ALL);
    PersonId account = flow.one(practitioners).id();
    flow.own.get(paper).add(account);
    done(
        post(
            service(),
            "/internal/labels/" + version(paper) + "/accounts",
            Map.of(
                "accountsOf", List.of(account),
                "matters", List.of(),
                "delicate", false,
                "quarantined", false,
                "unnamedSpeaker", false)));
    return "account in " + paper;
  }

  private String removeSource(Flow flow) {
    Flow.Cleared any = flow.anyInherited();
    flow.sources.get(any.paper()).remove(any.source());
    done(
        send(
            officer.token(),
            "DELETE",
            "/api/access/versions/"
                + version(any.paper())
                + "/sources/"
                + version(any.source())
                + "?reason=Wrong",
            null));
    return "no source " + any.source() + " of " + any.paper();
  }

  private String clear(Flow flow) {
    Flow.Cleared any = flow.anyInherited();
    flow.clear(any);
    done(
        post(
            officer.token(),
            "/api/access/versions/" + version(any.paper()) + "/clearances",
            Map.of(
                "account", any.account(),
                "source", version(any.source()),
                "reason", "Only a date.")));
    return any + " cleared";
  }

  private String withdraw(Flow flow) {
    List<Flow.Cleared> cleared = flow.cleared();
    if (cleared.isEmpty()) {
      return clear(flow);
    }
    Flow.Cleared any = flow.one(cleared);
    flow.withdraw(any);
    done(
        send(
            lead.token(),
            "DELETE",
            "/api/access/versions/"
                + version(any.paper())
                + "/clearances?reason=Wrong&source="
                + version(any.source())
                + "&account="
                + any.account(),
            null));
    return any + " withdrawn";
  }

  private static void done(Reply reply) {
    assertThat(reply.status()).as(reply.body()).isIn(200, 201);
  }

  private void assertAsSetsSay(Flow flow, String when) {
    for (Someone person : everybody().toList()) {
      Map<Integer, Boolean> expected = new LinkedHashMap<>();
      for (int i = 0; i < Flow.ALL; i++) {
        expected.put(i, isReadable(person, i, flow.holds(i)));
      }
      assertThat(read(person)).as("%s, %s", when, person.name()).isEqualTo(expected);
    }
  }

  /**
   * Reviewers and the officer read all, practitioners what was sent to them and the record of their
   * own words; whoever may be a witness nothing with an account of somebody else.
   */
  private boolean isReadable(Someone person, int paper, Set<PersonId> holds) {
    boolean practitioner = practitioners.contains(person);
    boolean mayBeWitness = practitioner || person.equals(colleague);
    boolean opened = !practitioner || paper >= Flow.RECORDS || holds.equals(Set.of(person.id()));
    return opened && (!mayBeWitness || Set.of(person.id()).containsAll(holds));
  }

  /** What the service decides on each of the papers. */
  private Map<Integer, Boolean> read(Someone person) {
    JsonNode answers =
        post(
                service(),
                "/access/v1/evaluations",
                Map.of(
                    "subject", Map.of("type", "person", "id", person.id().toString()),
                    "action", Map.of("name", "read"),
                    "evaluations",
                        papers.stream()
                            .map(it ->
                                Map.of(
                                    "resource",
                                    Map.of("type", "version", "id", it.version().toString())))
                            .toList()))
            .node()
            .path("evaluations");
    return IntStream.range(0, Flow.ALL)
        .boxed()
        .collect(
            Collectors.toMap(
                i -> i,
                i -> answers.path(i).path("decision").asBoolean(),
                (a, _) -> a,
                LinkedHashMap::new));
  }

  private VersionLabels held(VersionLabels of) {
    return json.readValue(
        get(service(), "/internal/labels/" + of.version()).body(), VersionLabels.class);
  }

  private VersionId version(int paper) {
    return papers.get(paper).version();
  }

  private VersionLabels labels(ItemKind kind, Set<PersonId> accounts, Set<VersionLabels> sources) {
    return new VersionLabels(
        VersionId.create(),
        ItemId.create(),
        1,
        one.id(),
        kind,
        accounts,
        Set.of(),
        false,
        false,
        Set.of(),
        Set.of(),
        sources.stream().map(VersionLabels::version).collect(Collectors.toSet()),
        false);
  }
}
