package org.cordon.gateway.labelling;

import java.util.ArrayList;
import java.util.List;
import org.cordon.gateway.labels.Labels;
import org.cordon.gateway.pages.Sent;

/**
 * The labels that a form was filled in upon. The form carries it, so that nothing is changed that
 * whoever sends it has not seen, and so that they are told what is different by then.
 *
 * @param entityTag by which access-service knows the labels; empty where a form does not say
 * @param sentences one for each label
 */
record Look(String entityTag, List<String> sentences) {
  Look {
    sentences = List.copyOf(sentences);
  }

  static Look at(Labels.Shown shown) {
    return new Look(shown.entityTag(), shown.labels().sentences());
  }

  /** The one that a form carries. */
  static Look of(Sent sent) {
    return new Look(
        sent.text("seen"), sent.text("was").lines().filter(line -> !line.isBlank()).toList());
  }

  /** The sentences as a form carries them. */
  public String text() {
    return String.join("\n", sentences);
  }

  /** What is different now, as sentences; nothing where it is the same or was never looked at. */
  List<String> changes(Look now) {
    if (entityTag.isEmpty() || entityTag.equals(now.entityTag)) {
      return List.of();
    }
    List<String> changes = new ArrayList<>();
    now.sentences.stream()
        .filter(sentence -> !sentences.contains(sentence))
        .forEach(sentence -> changes.add("New: " + sentence));
    sentences.stream()
        .filter(sentence -> !now.sentences.contains(sentence))
        .forEach(sentence -> changes.add("No longer: " + sentence));
    return changes.isEmpty()
        ? List.of("Where its labels come from is different")
        : List.copyOf(changes);
  }
}
