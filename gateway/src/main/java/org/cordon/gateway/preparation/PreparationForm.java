package org.cordon.gateway.preparation;

import java.time.LocalDate;
import java.util.Optional;
import org.cordon.gateway.pages.DateFields;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Sent;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/** How far a person is prepared, as it is typed. */
record PreparationForm(
    String pack,
    DateFields sentOn,
    DateFields receivedOn,
    DateFields acknowledgedOn,
    String how,
    DateFields introducedOn,
    String support) {

  /** The same as evidence-service takes it. */
  record Wanted(
      Preparation.@Nullable Pack pack,
      Preparation.@Nullable Introduction introduced,
      String support) {}

  static PreparationForm of(Sent sent) {
    return new PreparationForm(
        sent.text("pack"),
        sent.date("sentOn"),
        sent.date("receivedOn"),
        sent.date("acknowledgedOn"),
        sent.text("how"),
        sent.date("introducedOn"),
        sent.text("support"));
  }

  static PreparationForm of(Preparation known) {
    Preparation.Pack pack = known.pack();
    Preparation.Introduction introduced = known.introduced();
    return new PreparationForm(
        pack == null || pack.version() == null ? "" : pack.version().toString(),
        DateFields.of(pack == null ? null : pack.sentOn()),
        DateFields.of(pack == null ? null : pack.receivedOn()),
        DateFields.of(pack == null ? null : pack.acknowledgedOn()),
        introduced == null ? "" : introduced.how().name(),
        DateFields.of(introduced == null ? null : introduced.on()),
        known.support() == null ? "" : known.support());
  }

  /** What it says; empty when something is wrong, and then the errors say what. */
  Optional<Wanted> read(LocalDate today, FormErrors errors) {
    Preparation.Pack sent = readPack(today, errors);
    Preparation.Introduction introduced = readIntroduction(today, errors);
    return errors.isEmpty() ? Optional.of(new Wanted(sent, introduced, support)) : Optional.empty();
  }

  private Preparation.@Nullable Pack readPack(LocalDate today, FormErrors errors) {
    LocalDate sent = sentOn.read("sentOn", today, errors);
    LocalDate received = receivedOn.read("receivedOn", today, errors);
    LocalDate acknowledged = acknowledgedOn.read("acknowledgedOn", today, errors);
    if (sent == null) {
      if (received != null || acknowledged != null || !pack.isEmpty()) {
        errors.add("sentOn", "Enter the day on which the pack was sent");
      }
      return null;
    }
    return new Preparation.Pack(version(), sent, received, acknowledged);
  }

  private @Nullable VersionId version() {
    try {
      return pack.isEmpty() ? null : VersionId.from(pack);
    } catch (IllegalArgumentException notChosenFromTheList) {
      return null;
    }
  }

  private Preparation.@Nullable Introduction readIntroduction(LocalDate today, FormErrors errors) {
    if (how.isEmpty()) {
      if (!introducedOn.equals(DateFields.none())) {
        errors.add("how", "Select how they are introduced");
      }
      return null;
    }
    LocalDate on =
        introducedOn.requirePlanned(
            "introducedOn", today, "Enter the day of the meeting or the letter", errors);
    for (Preparation.How each : Preparation.How.values()) {
      if (each.name().equals(how) && on != null) {
        return new Preparation.Introduction(each, on);
      }
    }
    return null;
  }
}
