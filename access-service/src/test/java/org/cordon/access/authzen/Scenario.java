package org.cordon.access.authzen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the standard's test documents, which are written for people. */
final class Scenario {
  private static final Pattern USERS =
      Pattern.compile("```js\\n(\\{[^`]*\"roles\"[^`]*})\\n```", Pattern.DOTALL);
  private static final Pattern SECTION = Pattern.compile("^#+ .*\\{#(c-[0-9-]+)}$");
  private static final Pattern ASKED =
      Pattern.compile("^\\*\\*(Request|Subject Search|Resource Search|Action Search)\\b.*");

  private Scenario() {}

  /** The subjects of an interoperability scenario, by id and by the other id that they have. */
  static Map<String, Map<String, Object>> users(Path scenario, JsonMapper json) {
    Matcher block = USERS.matcher(text(scenario));
    Map<String, Map<String, Object>> users = new HashMap<>();
    if (block.find()) {
      for (Map.Entry<String, JsonNode> user : json.readTree(block.group(1)).properties()) {
        List<String> roles = new ArrayList<>();
        user.getValue().path("roles").forEach(role -> roles.add(role.asString()));
        Map<String, Object> held =
            Map.of("roles", roles, "email", user.getValue().path("email").asString());
        users.put(user.getKey(), held);
        users.put(user.getValue().path("id").asString(), held);
      }
    }
    return users;
  }

  /**
   * A request that the certification scenario makes.
   *
   * @param section the section that makes it
   * @param path where it is sent
   * @param body its JSON
   * @param status the status that is expected
   * @param answer what the answer must have, if the section says
   */
  record Exchange(String section, String path, String body, int status, Optional<String> answer) {}

  /** The requests of the certification scenario that stand there whole, with what is expected. */
  static List<Exchange> exchanges(Path scenario) {
    List<Exchange> exchanges = new ArrayList<>();
    String section = "";
    String asked = "";
    String body = "";
    List<String> lines = text(scenario).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Matcher heading = SECTION.matcher(line);
      if (heading.matches()) {
        section = heading.group(1);
      } else if (ASKED.matcher(line).matches()) {
        asked = line;
        body = fenced(lines, i).orElse("");
      } else if (line.startsWith("**Expected:**") && !body.isEmpty()) {
        exchanges.add(
            new Exchange(
                section,
                path(section, asked),
                body,
                line.contains("HTTP 400") ? 400 : 200,
                fenced(lines, i)));
        body = "";
      }
    }
    return exchanges;
  }

  private static String path(String section, String asked) {
    if (section.startsWith("c-2")) {
      return "/access/v1/evaluation";
    }
    if (section.startsWith("c-3")) {
      return "/access/v1/evaluations";
    }
    boolean ofActions = asked.contains("Action Search") || section.startsWith("c-4-4");
    boolean ofResources = asked.contains("Resource Search") || section.startsWith("c-4-3");
    String sought = ofActions ? "action" : ofResources ? "resource" : "subject";
    return "/access/v1/search/" + sought;
  }

  /** The next fenced block, unless another paragraph in bold or a heading comes first. */
  private static Optional<String> fenced(List<String> lines, int after) {
    int start = after + 1;
    while (start < lines.size() && !lines.get(start).startsWith("~~~")) {
      if (lines.get(start).startsWith("**") || lines.get(start).startsWith("#")) {
        return Optional.empty();
      }
      start++;
    }
    List<String> block =
        lines.stream().skip(start + 1L).takeWhile(line -> !line.startsWith("~~~")).toList();
    return block.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", block));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
