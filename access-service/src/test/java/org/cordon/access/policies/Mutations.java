package org.cordon.access.policies;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shipped policies with one of them changed. */
final class Mutations {
  static final SimpleMeterRegistry METERS = new SimpleMeterRegistry();
  private static final PolicyText SHIPPED = PolicyText.shipped();

  private Mutations() {}

  /** The policies but one. */
  static PolicyText without(String id) {
    return changed(id, _ -> "");
  }

  /** With one policy permitting what it forbade, or the other way round. */
  static PolicyText opposed(String id) {
    return changed(
        id,
        policy ->
            policy.contains("\npermit (")
                ? policy.replace("\npermit (", "\nforbid (")
                : policy.replace("\nforbid (", "\npermit ("));
  }

  /** With more text in a file of its own. */
  static PolicyText with(String more) {
    Map<String, String> files = new LinkedHashMap<>(SHIPPED.files());
    files.put("more.cedar", more);
    return new PolicyText(SHIPPED.schema(), files);
  }

  /** With another schema. */
  static PolicyText withSchema(UnaryOperator<String> change) {
    return new PolicyText(change.apply(SHIPPED.schema()), SHIPPED.files());
  }

  private static PolicyText changed(String id, UnaryOperator<String> change) {
    Pattern policy =
        Pattern.compile("@id\\(\"" + Pattern.quote(id) + "\"\\).*?\n(?:\\)|\\});", Pattern.DOTALL);
    Map<String, String> files = new LinkedHashMap<>();
    SHIPPED
        .files()
        .forEach((name, text) ->
            files.put(
                name,
                policy
                    .matcher(text)
                    .replaceFirst(found -> Matcher.quoteReplacement(change.apply(found.group())))));
    if (files.equals(SHIPPED.files())) {
      throw new IllegalArgumentException("nothing was changed at " + id);
    }
    return new PolicyText(SHIPPED.schema(), files);
  }
}
