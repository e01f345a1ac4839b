package org.cordon.acceptance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The business manager's main job: a case, its people, and their first sign-in. */
class BusinessManagerTest extends Journey {
  private static final String OWN_PASSWORD = "paper-lantern-tuesday";

  @Test
  void theBusinessManagerOpensACaseAndSomeoneNewSignsInToIt() {
    var mark = UUID.randomUUID().toString().substring(0, 8);
    var title = "Heron " + mark;
    try (var visitor = chromium.visitor().signIn(manager)) {
      openCase(visitor, "TEST/" + mark, title);
      addAgency(visitor);
      addPerson(visitor);
      var account = createAccount(visitor, "tessa.marlowe." + mark + "@example.org");
      firstSignIn(account, title);
    }
  }

  private record Credentials(String account, String password) {}

  private static void openCase(Visitor visitor, String reference, String title) {
    visitor.follow("Open a case");
    visitor.pressButton("Open the case");
    assertThat(visitor.text()).contains("There is a problem", "Enter a title");
    visitor.requireAccessible("open a case, with errors");
    visitor.page().locator("#reference").fill(reference);
    visitor.page().locator("#title").fill(title);
    visitor.page().locator("input[name=reviewType]").first().check();
    visitor.pressButton("Open the case");
    visitor.page().locator(".moj-sub-navigation").waitFor();
    assertThat(visitor.heading()).isEqualTo(title);
    visitor.requireAccessible("a new case");
  }

  private static void addAgency(Visitor visitor) {
    visitor.follow("Add an agency");
    visitor.requireAccessible("add an agency");
    visitor.page().locator("#name").fill("Heron Street Surgery");
    visitor.pressButton("Add the agency");
    visitor.awaitAddress("**/people");
  }

  private static void addPerson(Visitor visitor) {
    visitor.follow("Add a person");
    visitor.requireAccessible("add a person");
    visitor.page().locator("#name").fill("Tessa Marlowe");
    visitor
        .page()
        .locator("#agency")
        .selectOption(
            new com.microsoft.playwright.options.SelectOption().setLabel("Heron Street Surgery"));
    visitor.page().locator("input[value=REVIEW_TEAM_MEMBER]").check();
    visitor.pressButton("Add the person");
    visitor.awaitAddress("**/people");
    assertThat(visitor.text()).contains("Tessa Marlowe is now in the case");
    visitor.requireAccessible("people of a case");
  }

  private static Credentials createAccount(Visitor visitor, String email) {
    visitor.press(AriaRole.LINK, "Create an account for Tessa Marlowe");
    visitor.requireAccessible("create an account");
    visitor.page().locator("#email").fill(email);
    visitor.pressButton("Create the account");
    visitor.page().locator("#password").waitFor();
    visitor.requireAccessible("account created");
    var account = visitor.page().locator("dd").first().innerText().strip();
    var password = visitor.page().locator("#password").innerText().strip();
    return new Credentials(account, password);
  }

  private void firstSignIn(Credentials given, String title) {
    try (var visitor = chromium.visitor()) {
      visitor.open("/");
      visitor.press(AriaRole.BUTTON, "Sign in");
      visitor.requireAccessible("sign in");
      visitor.giveCredentials(given.account(), "not the password at all");
      visitor.page().locator(".error-summary").waitFor();
      visitor.requireAccessible("sign in, refused");
      visitor.giveCredentials(given.account(), given.password());
      visitor.page().locator("#password-new").waitFor();
      visitor.requireAccessible("choose a password");
      visitor.page().locator("#password-new").fill(OWN_PASSWORD);
      visitor.page().locator("#password-confirm").fill(OWN_PASSWORD);
      visitor.pressButton("Save and continue");
      visitor.awaitAddress("**/cases");
      assertThat(visitor.text()).contains(title, "Tessa Marlowe").doesNotContain(rowan.title());
      visitor.follow(title);
      assertThat(visitor.heading()).isEqualTo(title);
    }
    try (var visitor = chromium.visitor()) {
      visitor.open("/cases");
      visitor.giveCredentials(given.account(), given.password());
      visitor.page().locator(".error-summary").waitFor();
    }
  }
}
