package org.cordon.acceptance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.Test;

/** What a session may do needs the token of that session's own pages (CSRF). */
class FormTokenTest extends Journey {

  private APIResponse post(Visitor visitor, String path, RequestOptions options) {
    return visitor.page().context().request().post(cordon.address() + path, options);
  }

  @Test
  void aRequestOfASessionWithoutItsTokenIsRefusedWithAProblem() {
    try (var visitor = chromium.visitor().signIn(manager)) {
      var body = "{\"reference\":\"X/1\",\"title\":\"X\",\"reviewType\":\"Other\"}";
      var options =
          RequestOptions.create().setHeader("Content-Type", "application/json").setData(body);
      var answer = post(visitor, "/api/access/cases", options);
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.headers().get("content-type")).startsWith("application/problem+json");
    }
  }

  @Test
  void anUploadOfASessionWithoutItsTokenIsRefused() {
    var caseId = cases.open("No token", reviewer);
    try (var visitor = chromium.visitor().signIn(reviewer)) {
      var form = FormData.create().set("title", "x");
      var options = RequestOptions.create().setMultipart(form);
      var path = "/cases/" + caseId + "/documents";
      assertThat(post(visitor, path + "/add", options).status()).isEqualTo(403);
      assertThat(post(visitor, "/api/evidence" + path, options).status()).isEqualTo(403);
    }
    assertThat(cases.items(reviewer, caseId)).isEmpty();
  }

  @Test
  void aFormWithoutItsTokenIsRefusedInPlainWords() {
    try (var visitor = chromium.visitor().signIn(manager)) {
      var options = RequestOptions.create().setForm(FormData.create().set("title", "x"));
      var answer = post(visitor, "/cases/open", options);
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.text()).contains("was not saved").doesNotContain("Whitelabel");
    }
  }

  @Test
  void signingOutNeedsTheTokenToo() {
    try (var visitor = chromium.visitor().signIn(manager)) {
      assertThat(post(visitor, "/sign-out", RequestOptions.create()).status()).isEqualTo(403);
      visitor.open("/cases");
      assertThat(visitor.heading()).isEqualTo("Your cases");
    }
  }

  @Test
  void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
    try (var visitor = chromium.visitor().signIn(manager)) {
      var cookies = visitor.page().context().cookies(cordon.address().toString());
      assertThat(cookies).anyMatch(cookie -> cookie.name.equals("cordon-session"));
      assertThat(cookies).allMatch(cookie -> cookie.httpOnly || cookie.name.startsWith("KC"));
      assertThat(visitor.page().evaluate("document.cookie").toString())
          .doesNotContain("cordon-session");
    }
  }
}
