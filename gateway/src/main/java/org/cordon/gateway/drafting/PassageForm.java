package org.cordon.gateway.drafting;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cordon.gateway.pages.DateFields;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Sent;
import org.cordon.gateway.papers.Passage;
import org.cordon.gateway.papers.PassageKind;
import org.cordon.platform.ids.PersonId;

/**
 * A passage as it stands in a form; what is open is an empty text.
 *
 * @param text as it was typed, with single line feeds
 * @param revision the one that was read, or -1 for a passage that is not there yet
 * @param key names the adding of a passage
 */
record PassageForm(
    String kind,
    String level,
    String text,
    String section,
    DateFields from,
    DateFields to,
    String agency,
    String pattern,
    List<WantedCitation> citations,
    List<String> accountsOf,
    long revision,
    String key) {

  /** The fields in which a service may find something wrong. */
  static final String[] FIELDS = {
    "kind", "level", "text", "section", "from", "to", "agency", "pattern", "citation", "accountsOf"
  };

  static PassageForm of(Sent sent, List<WantedCitation> citations) {
    return new PassageForm(
        sent.text("kind"),
        sent.text("level"),
        sent.raw("text").replace("\r\n", "\n"),
        sent.text("section"),
        sent.date("from"),
        sent.date("to"),
        sent.text("agency"),
        sent.text("pattern"),
        citations,
        sent.texts("accountsOf"),
        sent.number("revision"),
        sent.text("key"));
  }

  /** Words from a source, with where they are from. */
  static PassageForm quotation(String words, WantedCitation source, String key) {
    return new PassageForm(
        PassageKind.QUOTATION.name(),
        "",
        words,
        "",
        DateFields.none(),
        DateFields.none(),
        "",
        "",
        List.of(source),
        List.of(),
        -1,
        key);
  }

  static PassageForm of(Passage passage) {
    return new PassageForm(
        passage.kind().name(),
        passage.level() == null ? "" : passage.level().toString(),
        passage.text(),
        Objects.requireNonNullElse(passage.section(), ""),
        DateFields.of(passage.from()),
        DateFields.of(passage.to()),
        passage.agency() == null ? "" : passage.agency().toString(),
        passage.pattern() == null ? "" : passage.pattern().name(),
        passage.citations().stream().map(WantedCitation::of).toList(),
        passage.accountsOf().stream().map(PersonId::toString).toList(),
        passage.revision(),
        "");
  }

  /** The same over another revision, as when an earlier text is taken up again. */
  PassageForm over(long newRevision) {
    return new PassageForm(
        kind,
        level,
        text,
        section,
        from,
        to,
        agency,
        pattern,
        citations,
        accountsOf,
        newRevision,
        key);
  }

  /** The same as one that is to be added. */
  PassageForm withKey(String newKey) {
    return new PassageForm(
        kind, level, text, section, from, to, agency, pattern, citations, accountsOf, -1, newKey);
  }

  /** What a service is sent; where the errors are not empty it is not whole. */
  Map<String, Object> read(LocalDate today, FormErrors errors) {
    Map<String, Object> written = new LinkedHashMap<>();
    if (Arrays.stream(PassageKind.values()).noneMatch(each -> each.name().equals(kind))) {
      errors.add("kind", "Select what the passage is");
    }
    written.put("kind", kind);
    if (kind.equals(PassageKind.HEADING.name())) {
      written.put("level", level.matches("[1-3]") ? Integer.valueOf(level) : 1);
    }
    errors.require("text", text, "Enter the text");
    written.put("text", text);
    put(written, "section", section);
    LocalDate first = from.read("from", today, errors);
    LocalDate last = to.read("to", today, errors);
    if (first != null && last != null && last.isBefore(first)) {
      errors.add("to", "The last day must not be before the first");
    }
    put(written, "from", first == null ? "" : first.toString());
    put(written, "to", last == null ? "" : last.toString());
    put(written, "agency", agency);
    put(written, "pattern", pattern);
    written.put("citations", citations);
    written.put("accountsOf", accountsOf);
    return written;
  }

  private static void put(Map<String, Object> written, String name, String value) {
    if (!value.isEmpty()) {
      written.put(name, value);
    }
  }
}
