package org.cordon.acceptance.journeys;

import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cordon.acceptance.installation.Status.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Takes the pictures of {@code docs/screenshots}: {@code -Dcordon.screenshots=true}. */
@EnabledIfSystemProperty(named = "cordon.screenshots", matches = "true")
class ScreenshotsTest extends Journey {
  private final Path folder = cordon.launcher().root().resolve("docs/screenshots");

  @Test
  void everyMainPageHasItsPicture() {
    try (var visitor = chromium.visitor()) {
      visitor.open("/");
      shoot(visitor, "start");
      visitor.pressButton("Sign in");
      visitor.page().locator("#username").waitFor();
      shoot(visitor, "signin");
    }
    shootAll(cordon.account("gareth.imlach"), Map.of("cases", "/cases"));
    shootAll(reviewer, pagesOfTheReviewer());
    var people = "/cases/" + rowan.id() + "/people";
    shootAll(manager, Map.of("people", people, "person", people + "/" + cases.idOf(reviewer)));
  }

  private Map<String, String> pagesOfTheReviewer() {
    var path = "/cases/" + rowan.id();
    var pages = new LinkedHashMap<String, String>();
    pages.put("case", path);
    pages.put("documents", path + "/documents");
    pages.put("documents-add", path + "/documents/add");
    pages.put("search", "/search?q=%22health+visitor%22");
    pages.put("item", "/items/" + minutes());
    pages.put("audience", "/items/" + minutes() + "/audience");
    pages.put("proceedings", path + "/proceedings");
    pages.put("not-found", "/items/01900000-0000-7000-8000-000000000000");
    return pages;
  }

  private String minutes() {
    return cases.items(reviewer, rowan.id()).stream()
        .filter(item -> item.path("title").asString().contains("conference"))
        .findFirst()
        .orElseGet(() -> cases.items(reviewer, rowan.id()).getFirst())
        .path("id")
        .asString();
  }

  private void shootAll(Account account, Map<String, String> pages) {
    try (var visitor = chromium.visitor().signIn(account)) {
      pages.forEach((name, path) -> {
        visitor.open(path);
        shoot(visitor, name);
      });
    }
  }

  private void shoot(Visitor visitor, String name) {
    shoot(visitor, name, 1280, 900);
    shoot(visitor, name + "-phone", 390, 844);
    visitor.page().setViewportSize(1280, 900);
  }

  private void shoot(Visitor visitor, String name, int width, int height) {
    visitor.page().setViewportSize(width, height);
    visitor.page().evaluate("document.fonts.ready");
    visitor.page().screenshot(new ScreenshotOptions().setPath(folder.resolve(name + ".png")));
  }
}
