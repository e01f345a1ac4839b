package org.cordon.platform.access;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.security.ServiceTokens;
import org.cordon.platform.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

class AccessClientTest {
  @RegisterExtension
  private static final WireMockExtension ACCESS = WireMockExtension.newInstance().build();

  private final PersonId person = PersonId.create();
  private final VersionId version = VersionId.create();
  private AccessClient client = new AccessClient("http://localhost:1", tokens());

  @BeforeEach
  void connect() {
    client = new AccessClient(ACCESS.baseUrl(), tokens());
  }

  @Test
  void aDecisionCarriesItsLedgerEntry_rule29() {
    LedgerEntryId entry = LedgerEntryId.create();
    ACCESS.stubFor(
        post("/access/v1/evaluations")
            .withHeader("Authorization", matching("Bearer .+"))
            .withRequestBody(
                equalToJson(
                    """
                    {"subject":{"type":"person","id":"%s"},"action":{"name":"read"},
                     "evaluations":[{"resource":{"type":"version","id":"%s"}}]}
                    """
                        .formatted(person, version)))
            .willReturn(okJson(evaluations(answer(true, entry)))));

    assertThat(client.decide(person, ItemAction.READ, version))
        .isEqualTo(new Decision(true, entry));
  }

  @Test
  void aLargeBatchIsAskedInPartsAndAnsweredInOrder() {
    List<VersionId> versions = IntStream.range(0, 250).mapToObj(_ -> VersionId.create()).toList();
    String whole =
        evaluations(
            Stream.generate(() -> answer(true, LedgerEntryId.create()))
                .limit(200)
                .toArray(String[]::new));
    String rest =
        evaluations(
            Stream.generate(() -> answer(false, LedgerEntryId.create()))
                .limit(50)
                .toArray(String[]::new));
    ACCESS.stubFor(
        post("/access/v1/evaluations")
            .inScenario("parts")
            .whenScenarioStateIs(com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED)
            .willSetStateTo("second")
            .willReturn(okJson(whole)));
    ACCESS.stubFor(
        post("/access/v1/evaluations")
            .inScenario("parts")
            .whenScenarioStateIs("second")
            .willReturn(okJson(rest)));

    List<Decision> decisions = client.decide(person, ItemAction.FIND, versions);

    assertThat(decisions).hasSize(250);
    assertThat(decisions.subList(0, 200)).allMatch(Decision::permitted);
    assertThat(decisions.subList(200, 250)).noneMatch(Decision::permitted);
  }

  @Test
  void anAnswerThatMakesNoSenseIsNeverAPermit() {
    for (String nonsense :
        List.of(
            "{}",
            "{\"evaluations\":[]}",
            "{\"evaluations\":[{\"decision\":true}]}",
            "{\"evaluations\":[{\"decision\":true,\"context\":{}}]}",
            "{\"evaluations\":[{\"decision\":true,\"context\":{\"entry\":\"x\"}}]}",
            "{\"evaluations\":[{\"decision\":\"yes\",\"context\":{}}]}",
            "null",
            "<html>")) {
      ACCESS.stubFor(post("/access/v1/evaluations").willReturn(okJson(nonsense)));
      assertUnavailable(() -> client.decide(person, ItemAction.READ, version));
    }
  }

  @Test
  void noAnswerIsUnavailable() {
    ACCESS.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    assertUnavailable(() -> client.decide(person, ItemAction.READ, version));
    assertUnavailable(() -> client.decideUpload(person, CaseId.create()));
    assertUnavailable(() -> client.filter(person, 0));
    assertUnavailable(() -> client.findable(person, CaseId.create(), Optional.empty(), 1));
    assertUnavailable(() -> client.labels(version));
    assertUnavailable(() -> client.labelChanges(0, 10, Duration.ZERO));
    assertUnavailable(() -> client.register(common()));
    assertUnavailable(() -> client.registerDraft(common()));
    assertUnavailable(() -> client.addSources(version, Set.of(VersionId.create())));
    assertUnavailable(() -> client.addLabels(version, MoreLabels.accountsOf(Set.of(person))));
    assertUnavailable(() -> client.freeze(version));
    assertUnavailable(() -> client.abandon(version));
    assertUnavailable(() -> client.closedTo(version, Set.of()));
    assertUnavailable(() -> client.checkAudience(CaseId.create(), Set.of(version), Set.of(person)));
    assertUnavailable(() -> client.exposures(CaseId.create(), person, Instant.EPOCH));
    assertUnavailable(() -> client.decideInCase(person, CaseAction.WRITE_PAPERS, CaseId.create()));
    assertUnavailable(() -> client.confirmDelivery(LedgerEntryId.create()));
  }

  @Test
  void aRefusalOfTheQuestionItselfIsUnavailableToo() {
    for (int status : new int[] {400, 401, 403, 404, 429, 500, 503}) {
      ACCESS.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status)));
      assertUnavailable(() -> client.decide(person, ItemAction.READ, version));
      assertUnavailable(() -> client.filter(person, 0));
    }
  }

  @Test
  void aPageOfFindableVersionsGoesOnAfterAnItem() {
    ItemId item = ItemId.create();
    CaseId caseId = CaseId.create();
    String answer = "{\"versions\":[\"" + version + "\"],\"next\":\"" + item + "\"}";
    ACCESS.stubFor(
        any(urlEqualTo("/internal/findable"))
            .withRequestBody(
                equalToJson(
                    """
                    {"person":"%s","case":"%s","after":"%s","limit":1}
                    """
                        .formatted(person, caseId, item)))
            .willReturn(okJson(answer)));

    FindableVersions found = client.findable(person, caseId, Optional.of(item), 1);

    assertThat(found).isEqualTo(new FindableVersions(List.of(version), item));
  }

  @Test
  void moreVersionsThanWereAskedForAreNoAnswer() {
    String answer =
        "{\"versions\":[\"%s\",\"%s\"],\"next\":null}".formatted(version, VersionId.create());
    ACCESS.stubFor(any(anyUrl()).willReturn(okJson(answer)));

    assertUnavailable(() -> client.findable(person, CaseId.create(), Optional.empty(), 1));
  }

  @Test
  void labelsThatDoNotFitAreRefusedWithTheirReason() {
    ACCESS.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(400)
                    .withHeader("Content-Type", "application/problem+json")
                    .withBody(
                        """
                        {"type":"/problems/invalid","title":"x","status":400,"detail":"accountsOf: is not in the case.",
                         "errors":[{"field":"accountsOf","message":"is not in the case."}]}
                        """)));

    assertThatThrownBy(() -> client.register(common()))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.kind()).isEqualTo(Problem.Kind.INVALID);
              assertThat(problem.errors().getFirst().field()).isEqualTo("accountsOf");
            });
  }

  @Test
  void afterManyFailuresItStopsAskingForAWhile() {
    ACCESS.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500)));
    for (int i = 0; i < 30; i++) {
      assertUnavailable(() -> client.decide(person, ItemAction.READ, version));
    }

    assertThat(ACCESS.findAll(postRequestedFor(urlPathEqualTo("/access/v1/evaluations"))))
        .hasSizeLessThan(30);
  }

  @Test
  void labelsThatAreNotRegisteredAreEmpty() {
    ACCESS.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(404)));

    assertThat(client.labels(version)).isEmpty();
  }

  @Test
  void aDraftIsRegisteredAsOne() {
    ACCESS.stubFor(put(anyUrl()).willReturn(aResponse().withStatus(204)));

    client.registerDraft(common());

    ACCESS.verify(
        putRequestedFor(urlEqualTo("/internal/labels/" + version + "?draft=true"))
            .withRequestBody(matchingJsonPath("$.version", equalTo(version.toString()))));
  }

  @Test
  void whatIsAddedToAVersionIsAnsweredWithItsLabels() {
    VersionId source = VersionId.create();
    VersionLabels labels = common();
    ACCESS.stubFor(
        post(anyUrl()).willReturn(okJson(JsonMapper.shared().writeValueAsString(labels))));

    assertThat(client.addSources(version, Set.of(source))).isEqualTo(labels);
    assertThat(client.addLabels(version, MoreLabels.accountsOf(Set.of(person)))).isEqualTo(labels);
    assertThat(client.freeze(version)).isEqualTo(labels);

    ACCESS.verify(
        postRequestedFor(urlEqualTo("/internal/labels/" + version + "/sources"))
            .withRequestBody(equalToJson("{\"sources\":[\"" + source + "\"]}")));
    ACCESS.verify(
        postRequestedFor(urlEqualTo("/internal/labels/" + version + "/accounts"))
            .withRequestBody(
                equalToJson(
                    """
                    {"accountsOf":["%s"],"matters":[],"delicate":false,"quarantined":false,
                     "unnamedSpeaker":false}
                    """
                        .formatted(person))));
    ACCESS.verify(postRequestedFor(urlEqualTo("/internal/labels/" + version + "/freeze")));
  }

  @Test
  void anAudienceIsReadableOnlyWhereTheAnswerSaysSo_rule18() {
    ACCESS.stubFor(
        post("/internal/audience/check")
            .willReturn(
                okJson(
                    """
                    {"people":[{"person":"%s","versions":[
                      {"version":"%s","readable":true,"policies":["papers-read"]}]}]}
                    """
                        .formatted(person, version))));

    CheckedAudience checked =
        client.checkAudience(CaseId.create(), Set.of(version), Set.of(person));

    assertThat(checked.isReadable(person, version)).isTrue();
    assertThat(checked.isReadable(person, VersionId.create())).isFalse();
    assertThat(checked.isReadable(PersonId.create(), version)).isFalse();
  }

  @Test
  void aCirculationIsDecidedForWhoeverSendsIt_rule18() {
    PersonId sender = PersonId.create();
    ACCESS.stubFor(
        post("/internal/labels/" + version + "/circulations")
            .willReturn(
                okJson(
                    """
                    {"circulated":[],"refused":[{"person":"%s","personName":null,"reasons":["x"]}]}
                    """
                        .formatted(person))));

    Circulated outcome = client.circulate(version, Set.of(person), sender, true);

    assertThat(outcome).isEqualTo(new Circulated(List.of(), List.of(person)));
    ACCESS.verify(
        postRequestedFor(urlEqualTo("/internal/labels/" + version + "/circulations"))
            .withRequestBody(
                equalToJson(
                    "{\"people\":[\"%s\"],\"by\":\"%s\",\"rehearse\":true}"
                        .formatted(person, sender))));
    ACCESS.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(404)));
    assertThatThrownBy(() -> client.circulate(version, Set.of(person), sender, false))
        .isInstanceOfSatisfying(
            Problem.class, it -> assertThat(it.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
  }

  private VersionLabels common() {
    return VersionLabels.common(version, ItemId.create(), 1, CaseId.create());
  }

  private static void assertUnavailable(org.assertj.core.api.ThrowableAssert.ThrowingCallable ask) {
    assertThatThrownBy(ask)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE));
  }

  private static String answer(boolean decision, LedgerEntryId entry) {
    return "{\"decision\":%s,\"context\":{\"entry\":\"%s\"}}".formatted(decision, entry);
  }

  private static String evaluations(String... answers) {
    return "{\"evaluations\":[" + String.join(",", answers) + "]}";
  }

  private static ServiceTokens tokens() {
    return TestIssuer.shared().tokens();
  }
}
