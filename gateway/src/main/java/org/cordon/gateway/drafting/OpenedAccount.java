package org.cordon.gateway.drafting;

import java.util.ArrayList;
import java.util.List;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Sent;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * An account that the writer opened since the draft began. Of each they say whether they used it;
 * there is no answer for all of them at once (rule 4).
 *
 * @param cited whether the draft cites it already
 * @param used what the writer said of it; null when they have still to say
 */
public record OpenedAccount(
    VersionId version, ItemId item, @Nullable String title, boolean cited, @Nullable Boolean used) {

  /** What is said to whoever answered. */
  public static final String KEPT =
      "Your answers are kept. If you write more here, answer once more.";

  /** What a writer says of one. */
  public record Answer(VersionId version, boolean used) {}

  /** The answers that were sent; what is missing is among the errors then. */
  public static List<Answer> answers(List<OpenedAccount> opened, Sent sent, FormErrors errors) {
    List<Answer> answers = new ArrayList<>();
    for (OpenedAccount account : opened) {
      String answer = account.cited() ? "yes" : sent.text(account.field());
      if (answer.isEmpty()) {
        errors.add(account.field(), "Say whether you used “" + account.name() + "”");
      }
      answers.add(new Answer(account.version(), "yes".equals(answer)));
    }
    return answers;
  }

  /** The name of its answer in the form. */
  public String field() {
    return "used-" + version;
  }

  /** Its title, or that it has none here. */
  public String name() {
    return title == null ? "An account" : title;
  }

  /** What the form shows as chosen: what was sent, else what they said before. */
  public String answer(Sent sent) {
    String answer = sent.text(field());
    return answer.isEmpty() && used != null ? used ? "yes" : "no" : answer;
  }
}
