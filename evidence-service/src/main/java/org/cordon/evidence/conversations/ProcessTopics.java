package org.cordon.evidence.conversations;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cordon.evidence.passages.Passage;
import org.cordon.evidence.passages.PassageContent;
import org.cordon.evidence.passages.PassageKind;
import org.cordon.platform.problems.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The {@code process_topics} table: what may be asked while criminal proceedings are live (rule
 * 10). A guide then is headings that name a topic, each with plain questions under it.
 */
@Component
class ProcessTopics {
  /** The section that a guide's passages belong to. */
  static final String SECTION = "TOPIC";

  static final int MAX_QUESTION = 500;

  private final JdbcClient jdbc;

  /** A topic: how agencies work, never what was done in this case. */
  record ProcessTopic(String key, String name) {}

  ProcessTopics(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<ProcessTopic> list() {
    return jdbc.sql("select key, name from process_topics order by position")
        .query(ProcessTopic.class)
        .list();
  }

  /**
   * Holds a guide against the topics.
   *
   * @throws Problem INVALID, naming the first passage that does not fit and what would
   */
  void requireProcess(List<Passage> guide) {
    List<String> names = list().stream().map(ProcessTopic::name).toList();
    boolean underTopic = false;
    boolean asked = false;
    for (int i = 0; i < guide.size(); i++) {
      PassageContent content = guide.get(i).content();
      if (content.kind() == PassageKind.HEADING) {
        underTopic = names.stream().anyMatch(name -> same(name, content.text()));
        if (!underTopic) {
          throw refused(i, "is no heading that names a topic of agency processes", names);
        }
      } else if (!underTopic || !isPlainQuestion(content)) {
        throw refused(i, "is not a plain question under such a heading", names);
      } else {
        asked = true;
      }
      if (!SECTION.equals(content.section())) {
        throw refused(i, "is not marked as part of a topic", names);
      }
    }
    if (!asked) {
      throw refused(guide.size(), "is missing: there is no question yet", names);
    }
  }

  private static boolean isPlainQuestion(PassageContent content) {
    return content.kind() == PassageKind.PARAGRAPH
        && content.text().endsWith("?")
        && content.text().indexOf('\n') < 0
        && content.length() <= MAX_QUESTION
        && content.citations().isEmpty()
        && content.accountsOf().isEmpty()
        && content.agency() == null
        && content.from() == null
        && content.pattern() == null;
  }

  private static Problem refused(int at, String what, List<String> names) {
    return Problem.invalid(
        "version",
        "Passage "
            + (at + 1)
            + " "
            + what
            + ". While criminal proceedings are live a conversation keeps to how agencies work:"
            + " each question is one line of at most "
            + MAX_QUESTION
            + " characters that ends with a question mark, under one of the headings "
            + names.stream().collect(Collectors.joining("; "))
            + ". It cites nothing.");
  }

  private static boolean same(String name, String text) {
    return name.toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT));
  }
}
