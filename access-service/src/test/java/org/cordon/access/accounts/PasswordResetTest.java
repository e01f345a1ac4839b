package org.cordon.access.accounts;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.util.Map;
import org.cordon.access.ServiceTest;
import org.cordon.access.policies.CaseRole;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.Uuids;
import org.cordon.platform.security.OrganisationRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasswordResetTest extends ServiceTest {
  private static final String REALM = "/admin/realms/cordon";
  private static final String USERS = REALM + "/users";
  private static final String LOCK = REALM + "/attack-detection/brute-force/users/u1";

  private OpenedCase one;
  private Someone person;

  @BeforeEach
  void makeAnAccount() {
    KEYCLOAK.resetAll();
    KEYCLOAK.stubFor(WireMock.post(USERS).willReturn(aResponse().withStatus(201)));
    KEYCLOAK.stubFor(
        WireMock.put(USERS + "/u1/reset-password").willReturn(aResponse().withStatus(204)));
    KEYCLOAK.stubFor(WireMock.delete(LOCK).willReturn(aResponse().withStatus(204)));
    KEYCLOAK.stubFor(WireMock.post(USERS + "/u1/logout").willReturn(aResponse().withStatus(204)));
    one = openCase();
    person = add(one, "Nell Ward", CaseRole.CASE_GROUP_MEMBER);
    giveAccount(one, person);
    belongingTo(person.id());
  }

  @Test
  void aNewPasswordIsAnsweredOnceAndEndsSessionsAndLocks() {
    long before = changes();

    Reply reset = reset(one.manager(), person.id());

    assertThat(reset.status()).isEqualTo(200);
    assertThat(reset.whole().headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    String password = reset.node().path("temporaryPassword").asString();
    assertThat(password).matches("([a-z2-9]{5}-){3}[a-z2-9]{5}");
    KEYCLOAK.verify(
        putRequestedFor(urlEqualTo(USERS + "/u1/reset-password"))
            .withRequestBody(matchingJsonPath("$.value", equalTo(password)))
            .withRequestBody(matchingJsonPath("$.temporary", equalTo("true"))));
    KEYCLOAK.verify(deleteRequestedFor(urlEqualTo(LOCK)));
    KEYCLOAK.verify(postRequestedFor(urlEqualTo(USERS + "/u1/logout")));
    assertThat(changes() - before).isEqualTo(1);
    assertThat(
            jdbc.sql("select count(*) from ledger_entries e where e::text like :password")
                .param("password", "%" + password + "%")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void whoMayNotManagePeopleIsAnsweredAsIfThePersonWereNotThere_rule2() {
    Someone lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);

    Reply refused = reset(lead, person.id());

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.body()).isEqualTo(reset(one.manager(), PersonId.create()).body());
    nothingWasAskedOfKeycloak();
  }

  @Test
  void somebodyWithoutAnAccountHasNoPassword() {
    Someone without = add(one, "Ora Penn", CaseRole.BOARD_MEMBER);

    assertThat(reset(one.manager(), without.id()).status()).isEqualTo(404);
    nothingWasAskedOfKeycloak();
  }

  @Test
  void nobodyResetsTheirOwn() {
    assertThat(reset(one.manager(), one.manager().id()).status()).isEqualTo(403);
    nothingWasAskedOfKeycloak();
  }

  @Test
  void anAccountThatOpensACaseOfSomebodyElseIsNotReset_rule1() {
    OpenedCase other = openCase();
    place(other, person, CaseRole.LEGAL_ADVISER);

    assertThat(reset(one.manager(), person.id()).status()).isEqualTo(409);
    nothingWasAskedOfKeycloak();
  }

  @Test
  void anAccountWithMoreInTheOrganisationIsNotReset() {
    Someone auditor = someone("Enid Rook", OrganisationRole.AUDITOR);
    get(auditor.token(), "/api/access/me");
    place(one, auditor, CaseRole.BOARD_MEMBER);

    assertThat(reset(one.manager(), auditor.id()).status()).isEqualTo(409);
    nothingWasAskedOfKeycloak();
  }

  @Test
  void anAccountOfAnotherPersonUnderThatNameIsLeftAlone() {
    belongingTo(PersonId.create());

    assertThat(reset(one.manager(), person.id()).status()).isEqualTo(409);
    nothingWasAskedOfKeycloak();
  }

  @Test
  void whenKeycloakDoesNotAnswerNothingIsRecorded() {
    KEYCLOAK.stubFor(
        WireMock.put(USERS + "/u1/reset-password").willReturn(aResponse().withStatus(500)));
    long before = changes();

    assertThat(reset(one.manager(), person.id()).status()).isEqualTo(503);
    assertThat(changes()).isEqualTo(before);
  }

  private void giveAccount(OpenedCase in, Someone someone) {
    Reply created =
        post(
            in.manager().token(),
            in.path() + "/people/" + someone.id() + "/account",
            Map.of("email", Uuids.timeOrdered() + "@ward.example"));
    assertThat(created.status()).as(created.body()).isEqualTo(201);
  }

  private static void belongingTo(PersonId owner) {
    KEYCLOAK.stubFor(
        WireMock.get(urlPathEqualTo(USERS))
            .willReturn(
                okJson(
                    """
                    [{"id":"u1","username":"x","attributes":{"person":["%s"]}}]
                    """
                        .formatted(owner))));
  }

  private static void nothingWasAskedOfKeycloak() {
    KEYCLOAK.verify(0, putRequestedFor(urlMatching(".*/reset-password")));
  }

  private Reply reset(Someone by, PersonId of) {
    return send(by.token(), "POST", one.path() + "/people/" + of + "/account/password", null);
  }

  private long changes() {
    return jdbc.sql("select count(*) from ledger_entries e where e::text like '%passwordReset%'")
        .query(Long.class)
        .single();
  }
}
