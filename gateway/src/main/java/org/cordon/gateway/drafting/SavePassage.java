package org.cordon.gateway.drafting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.papers.Passage;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Component;

/** Saves what a form says of a passage, and tells apart the three ways in which that can end. */
@Component
class SavePassage {
  /** Where a passage goes that is to be the first. */
  static final String FIRST = "first";

  private final Drafts drafts;
  private final Clock clock;

  SavePassage(Drafts drafts, Clock clock) {
    this.drafts = drafts;
    this.clock = clock;
  }

  /** How it ended. */
  sealed interface Outcome {
    record Saved(Passage passage) implements Outcome {}

    /** Something in the form is wrong; the errors say what. */
    record Wrong() implements Outcome {}

    /** Somebody else saved it, or took it out, since it was read. */
    record Overtaken() implements Outcome {}
  }

  /** A passage that is there already. */
  Outcome save(ItemId paper, PassageId passage, PassageForm form, FormErrors errors) {
    Map<String, Object> written = form.read(LocalDate.now(clock), errors);
    if (!errors.isEmpty()) {
      return new Outcome.Wrong();
    }
    return errors
        .findTaken(
            () -> outcome(paper, passage, written, form.revision()), "text", PassageForm.FIELDS)
        .orElseGet(Outcome.Wrong::new);
  }

  private Outcome outcome(ItemId paper, PassageId passage, Map<String, Object> written, long seen) {
    try {
      return drafts
          .save(paper, passage, written, seen)
          .<Outcome>map(Outcome.Saved::new)
          .orElseGet(Outcome.Overtaken::new);
    } catch (Problem e) {
      if (e.kind() == Problem.Kind.NOT_FOUND && drafts.require(paper).place(passage) < 0) {
        return new Outcome.Overtaken();
      }
      throw e;
    }
  }

  /**
   * A new one.
   *
   * @param after the passage it follows, {@value #FIRST}, or an empty text for the end
   */
  Optional<Passage> add(ItemId paper, String after, PassageForm form, FormErrors errors) {
    Map<String, Object> written = form.read(LocalDate.now(clock), errors);
    boolean first = FIRST.equals(after);
    if (!first && !after.isEmpty()) {
      written.put("after", after);
    }
    if (!errors.isEmpty()) {
      return Optional.empty();
    }
    return errors.findTaken(
        () -> {
          Passage added = drafts.add(paper, written, form.key());
          if (first) {
            drafts.place(paper, added.id(), null);
          }
          return added;
        },
        "text",
        PassageForm.FIELDS);
  }
}
