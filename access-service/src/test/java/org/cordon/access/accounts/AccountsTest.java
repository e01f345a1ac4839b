package org.cordon.access.accounts;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.util.List;
import java.util.Map;
import org.cordon.access.ServiceTest;
import org.cordon.access.policies.CaseRole;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.Uuids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountsTest extends ServiceTest {
  private static final String USERS = "/admin/realms/cordon/users";

  @BeforeEach
  void reset() {
    KEYCLOAK.resetAll();
    KEYCLOAK.stubFor(WireMock.post(USERS).willReturn(aResponse().withStatus(201)));
  }

  @Test
  void thePasswordIsAnsweredOnceAndMustBeChanged() {
    OpenedCase one = openCase();
    PersonId person = joined(one);
    String email = email();

    Reply created = create(one, person, email);

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.whole().headers().firstValue("Cache-Control").orElse(""))
        .contains("no-store");
    assertThat(created.node().path("account").asString()).isEqualTo(email);
    String password = created.node().path("temporaryPassword").asString();
    assertThat(password).matches("([a-z2-9]{5}-){3}[a-z2-9]{5}");
    KEYCLOAK.verify(
        postRequestedFor(urlEqualTo(USERS))
            .withHeader("Authorization", equalTo("Bearer " + bearer()))
            .withRequestBody(matchingJsonPath("$.attributes.person[0]", equalTo(person.toString())))
            .withRequestBody(matchingJsonPath("$.username", equalTo(email)))
            .withRequestBody(matchingJsonPath("$.firstName", equalTo("Nell")))
            .withRequestBody(matchingJsonPath("$.lastName", equalTo("Ward")))
            .withRequestBody(matchingJsonPath("$.requiredActions[0]", equalTo("UPDATE_PASSWORD")))
            .withRequestBody(matchingJsonPath("$.credentials[0].value", equalTo(password)))
            .withRequestBody(matchingJsonPath("$.credentials[0].temporary", equalTo("true"))));
    assertThat(
            get(one.manager().token(), one.path() + "/people/" + person)
                .node()
                .path("account")
                .asString())
        .isEqualTo(email);
    assertThat(create(one, person, email()).status()).isEqualTo(409);
    assertThat(
            jdbc.sql("select count(*) from ledger_entries e where e::text like :password")
                .param("password", "%" + password + "%")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void onlyTheBusinessManagerMakesAccountsAndOnlyForPeopleOfTheCase() {
    OpenedCase one = openCase();
    Someone lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    PersonId person = joined(one);
    Reply refused =
        post(lead.token(), one.path() + "/people/" + person + "/account", Map.of("email", email()));
    Reply absent = create(one, PersonId.create(), email());
    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.body()).isEqualTo(absent.body());
    KEYCLOAK.verify(0, postRequestedFor(urlEqualTo(USERS)));
  }

  @Test
  void whenKeycloakDoesNotTakeItNothingIsKept() {
    OpenedCase one = openCase();
    PersonId person = joined(one);
    String email = email();
    KEYCLOAK.stubFor(WireMock.post(USERS).willReturn(aResponse().withStatus(500)));
    assertThat(create(one, person, email).status()).isEqualTo(503);
    KEYCLOAK.stubFor(WireMock.post(USERS).willReturn(aResponse().withStatus(201)));
    assertThat(create(one, person, email).status()).isEqualTo(201);
  }

  @Test
  void anAccountThatAnEarlierAttemptLeftBehindIsTakenOver() {
    OpenedCase one = openCase();
    PersonId person = joined(one);
    KEYCLOAK.stubFor(WireMock.post(USERS).willReturn(aResponse().withStatus(409)));
    KEYCLOAK.stubFor(
        WireMock.get(urlPathEqualTo(USERS))
            .willReturn(
                okJson(
                    """
                    [{"id":"u1","username":"x","attributes":{"person":["%s"]}}]
                    """
                        .formatted(person))));
    KEYCLOAK.stubFor(
        WireMock.put(USERS + "/u1/reset-password").willReturn(aResponse().withStatus(204)));
    assertThat(create(one, person, email()).status()).isEqualTo(201);
    KEYCLOAK.verify(putRequestedFor(urlEqualTo(USERS + "/u1/reset-password")));

    PersonId another = joined(one);
    assertThat(create(one, another, email()).status()).isEqualTo(409);
  }

  @Test
  void anAddressThatIsNoneIsRefused() {
    OpenedCase one = openCase();
    PersonId person = joined(one);
    for (String email :
        List.of(
            "",
            "nell",
            "nell@",
            "@ward.example",
            "a@b@c.example",
            "a b@ward.example",
            "n\u0000@ward.example",
            "nell@ward..example",
            "x".repeat(65) + "@ward.example",
            "n@" + "x".repeat(250) + ".example")) {
      assertThat(create(one, person, email).status()).as(email).isEqualTo(400);
    }
    KEYCLOAK.verify(0, postRequestedFor(urlEqualTo(USERS)));
  }

  @Test
  void aTemporaryPasswordIsNeverTheSameAndNeverPrinted() {
    TemporaryPassword one = TemporaryPassword.create();
    assertThat(one).isNotEqualTo(TemporaryPassword.create());
    assertThat(one.toString()).doesNotContain(one.value());
  }

  private PersonId joined(OpenedCase to) {
    PersonId person = PersonId.create();
    put(
        to.manager().token(),
        to.path() + "/people/" + person,
        place("Nell Ward", CaseRole.CASE_GROUP_MEMBER));
    return person;
  }

  private Reply create(OpenedCase in, PersonId person, String email) {
    return post(
        in.manager().token(), in.path() + "/people/" + person + "/account", Map.of("email", email));
  }

  private static String email() {
    return Uuids.timeOrdered() + "@ward.example";
  }

  private static String bearer() {
    return KEYCLOAK
        .getAllServeEvents()
        .getFirst()
        .getRequest()
        .getHeader("Authorization")
        .substring("Bearer ".length());
  }
}
