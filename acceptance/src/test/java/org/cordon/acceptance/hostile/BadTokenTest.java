package org.cordon.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.cordon.acceptance.api.Answer;
import org.cordon.acceptance.api.Api;
import org.cordon.acceptance.installation.Cordon;
import org.cordon.acceptance.installation.Status.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tokens that are not what they should be open no door. */
class BadTokenTest {
  private static final String ME = "/api/access/me";
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private final Api api = Api.running();
  private final Account manager = Cordon.running().account("alison.keeble");

  private Answer with(String token, String path) {
    return api.send(api.request(path).header("Authorization", "Bearer " + token).GET());
  }

  @ParameterizedTest
  @ValueSource(strings = {ME, "/api/evidence/storage", "/api/search?q=a"})
  void withoutATokenNothingOpens(String path) {
    api.send(api.request(path).GET()).requireProblem(401);
  }

  @Test
  void anExpiredTokenIsRefused() {
    with(OddTokens.expired(manager), ME).requireProblem(401);
  }

  @Test
  void aTokenForAnotherAudienceIsRefused() {
    with(OddTokens.forAnotherAudience(manager), ME).requireProblem(401);
  }

  @Test
  void anUnsignedTokenIsRefused() {
    var parts = api.token(manager).split("\\.", -1);
    var header =
        BASE64.encodeToString(
            "{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
    with(header + "." + parts[1] + ".", ME).requireProblem(401);
    with(header + "." + parts[1] + "." + parts[2], ME).requireProblem(401);
  }

  @Test
  void aTokenWithAnotherPersonWrittenIntoItIsRefused() {
    var parts = api.token(manager).split("\\.", -1);
    var claims = (ObjectNode) JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(parts[1]));
    claims.put("person", "01900000-0000-7000-8000-000000000000");
    var altered = BASE64.encodeToString(JsonMapper.shared().writeValueAsBytes(claims));
    with(parts[0] + "." + altered + "." + parts[2], ME).requireProblem(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "a.b.c", "....", "%00"})
  void rubbishIsRefused(String token) {
    with(token, ME).requireProblem(401);
  }

  /** A service's own token is for services: it is nobody's, so no person's door opens. */
  @Test
  void aServicesTokenOpensNoPersonsDoor() {
    var answer = with(OddTokens.ofService("search-service"), "/api/access/cases");
    answer.requireProblem(404);
  }

  @Test
  void aRefusedTokenSaysNothingOfWhy() {
    var first = with(OddTokens.forAnotherAudience(manager), ME).requireProblem(401);
    var second = with("x", ME).requireProblem(401);
    assertThat(first).isEqualTo(second);
  }

  @Test
  void aPostWithAPersonsTokenNeedsNoFormToken() {
    api.post(manager, "/api/access/cases", Map.of()).requireProblem(400);
  }
}
