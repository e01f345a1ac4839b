package org.cordon.acceptance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.NavigateOptions;
import com.microsoft.playwright.Page.WaitForURLOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cordon.acceptance.installation.Cordon;
import org.cordon.acceptance.installation.Status.Account;

/** Someone in front of a browser: what they can see, press and fill in. */
public final class Visitor implements AutoCloseable {
  private static final int PATIENCE = 20_000;
  private static final int DESKTOP = 1280;
  private static final int PHONE = 390;
  private static final int NARROWEST = 320;
  private static final Pattern SIGN_IN = Pattern.compile(".*/auth/realms/cordon/.*");
  private final BrowserContext context;
  private final Page page;

  Visitor(Browser browser, boolean script) {
    this.context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(DESKTOP, 900)
                .setLocale("en-GB")
                .setJavaScriptEnabled(script));
    context.setDefaultTimeout(PATIENCE);
    context.setDefaultNavigationTimeout(PATIENCE);
    this.page = context.newPage();
  }

  public Page page() {
    return page;
  }

  /** Goes to a path of the front door. */
  public Response open(String path) {
    var options = new NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED);
    return Optional.ofNullable(page.navigate(Cordon.running().address() + path, options))
        .orElseThrow(() -> new AssertionError("No answer for " + path));
  }

  /** Waits until the address is like this and the page can be read. */
  public void awaitAddress(String pattern) {
    page.waitForURL(pattern, untilReadable());
  }

  private static WaitForURLOptions untilReadable() {
    return new WaitForURLOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED);
  }

  /** Signs in with the demo's password, from the start page. */
  public Visitor signIn(Account account) {
    var password = Cordon.running().installation().vault().password("demo.accounts");
    open("/");
    press(AriaRole.BUTTON, "Sign in");
    giveCredentials(account.account(), password);
    awaitAddress("**/cases");
    return this;
  }

  /** Fills in Keycloak's form. */
  public void giveCredentials(String account, String password) {
    page.waitForURL(SIGN_IN, untilReadable());
    page.locator("#username").fill(account);
    page.locator("#password").fill(password);
    press(AriaRole.BUTTON, "Sign in");
  }

  /** Presses the button or follows the link with exactly this name. */
  public void press(AriaRole role, String name) {
    page.getByRole(role, new GetByRoleOptions().setName(name).setExact(true)).first().click();
  }

  /** Follows a link, whether it looks like one or like a button. */
  public void follow(String name) {
    var link = page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true));
    var button =
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    link.or(button).first().click();
  }

  public void pressButton(String name) {
    press(AriaRole.BUTTON, name);
  }

  public void fill(String label, String value) {
    page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(value);
  }

  public String heading() {
    return page.locator("h1").first().innerText().strip();
  }

  /** Everything that the page shows. */
  public String text() {
    return page.locator("body").innerText();
  }

  public boolean isAskedToSignIn() {
    return SIGN_IN.matcher(page.url()).matches() && page.locator("#password").count() == 1;
  }

  /** Fails unless axe finds nothing at both widths, and nothing hangs over a narrow screen. */
  public void requireAccessible(String name) {
    assertThat(barriers(name)).as("accessibility of %s", page.url()).isEmpty();
  }

  /** What axe finds at both widths, and what hangs over a narrow screen. */
  List<String> barriers(String name) {
    var found = new ArrayList<String>();
    for (int width : new int[] {DESKTOP, PHONE}) {
      page.setViewportSize(width, 900);
      for (var violation : violations()) {
        found.add(name + " at " + width + ": " + describe(violation));
      }
    }
    page.setViewportSize(NARROWEST, 700);
    var over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
    if (over instanceof Number pixels && pixels.intValue() > 0) {
      found.add(name + " hangs " + over + " pixels over a screen of " + NARROWEST);
    }
    page.setViewportSize(DESKTOP, 900);
    return found;
  }

  /**
   * Every rule of axe, but only violations told in full. Our pages have no frames, and putting the
   * results of frames together would open another page for each check.
   */
  private List<Rule> violations() {
    var options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    assertThat(page.frames()).hasSize(1);
    return new AxeBuilder(page).setLegacyMode(true).options(options).analyze().getViolations();
  }

  private static String describe(Rule violation) {
    List<String> nodes =
        violation.getNodes().stream().limit(3).map(node -> String.valueOf(node.getHtml())).toList();
    return violation.getId() + " (" + violation.getHelp() + ") " + nodes;
  }

  @Override
  public void close() {
    context.close();
  }
}
