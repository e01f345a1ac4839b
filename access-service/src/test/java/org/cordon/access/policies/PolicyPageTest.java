package org.cordon.access.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The page of the documentation that lists the policies is made from them. {@code
 * -Dcordon.write=true} makes it anew after a change.
 */
class PolicyPageTest {
  private static final Path PAGE = Path.of("../docs/policies.md");
  private static final Pattern POLICY =
      Pattern.compile(
          "@id\\(\"([^\"]+)\"\\)\\s*@reason\\(\"([^\"]+)\"\\)\\s*"
              + "(?:@told\\(\"([^\"]+)\"\\)\\s*)?(permit|forbid)");

  @Test
  void thePageOfPoliciesSaysWhatTheyAre() throws IOException {
    String page = page();
    if (Boolean.getBoolean("cordon.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).as("made anew with -Dcordon.write=true").isEqualTo(page);
  }

  @Test
  void noPolicyIsLeftOut() {
    assertThat(
            PolicyText.shipped().files().values().stream()
                .mapToLong(text -> POLICY.matcher(text).results().count())
                .sum())
        .isEqualTo(Fixtures.shipped().reasons().size());
  }

  private static String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # The policies

            Made from `access-service/src/main/resources/policies`, where they stand in full. Something is open when a *permit*
            applies and no *forbid* does. Rules are those of a case review beside criminal proceedings; each reason names its own.
            """);
    new TreeMap<>(PolicyText.shipped().files()).forEach((file, text) -> section(page, file, text));
    return page.toString();
  }

  private static void section(StringBuilder page, String file, String text) {
    String concern = text.lines().findFirst().orElseThrow().replaceFirst("^// *", "");
    page.append("\n## ").append(file.replace(".cedar", "")).append("\n\n").append(concern);
    page.append("\n\n| policy | | says | who is refused may be told |\n|---|---|---|---|\n");
    POLICY.matcher(text).results().map(PolicyPageTest::row).forEach(page::append);
  }

  private static String row(MatchResult policy) {
    String told = policy.group(3) == null ? "" : policy.group(3);
    return "| `%s` | %s | %s | %s |%n"
        .formatted(policy.group(1), policy.group(4), policy.group(2), told)
        .replace(System.lineSeparator(), "\n");
  }
}
