package org.cordon.acceptance.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A Chromium that this machine already has; none is ever fetched. */
public final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path program) {
    var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    this.playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    this.browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(program)
                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
  }

  /** Starts it, or skips the test with a word about what is missing. */
  public static Chromium requireStarted() {
    var program = find();
    Assumptions.assumeTrue(
        program.isPresent(),
        "Chromium is not installed, so journeys in a browser are left out"
            + " (apt-get install chromium)");
    return new Chromium(program.orElseThrow());
  }

  /** Starts it where it is installed. */
  public static Optional<Chromium> tryStart() {
    return find().map(Chromium::new);
  }

  private static Optional<Path> find() {
    var path = System.getenv().getOrDefault("PATH", "/usr/bin");
    return Stream.of(path.split(":", -1))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Somebody new in front of this browser, with no cookies. */
  public Visitor visitor() {
    return new Visitor(browser, true);
  }

  /** Somebody whose browser runs no script. */
  public Visitor visitorWithoutScript() {
    return new Visitor(browser, false);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
