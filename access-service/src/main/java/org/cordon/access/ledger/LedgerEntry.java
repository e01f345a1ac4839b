package org.cordon.access.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One entry as it is kept and digested.
 *
 * @param at in UTC, to the microsecond
 */
record LedgerEntry(LedgerEntryId id, Instant at, LedgerEvent event) {
  String kind() {
    return switch (event) {
      case LedgerEvent.Decided _ -> "DECISION";
      case LedgerEvent.Delivered _ -> "DELIVERY";
      case LedgerEvent.Changed _ -> "CHANGE";
    };
  }

  LedgerEvent.Place place() {
    return switch (event) {
      case LedgerEvent.Decided decided -> decided.place();
      case LedgerEvent.Delivered delivered -> delivered.place();
      case LedgerEvent.Changed changed -> changed.place();
    };
  }

  String action() {
    return switch (event) {
      case LedgerEvent.Decided decided -> decided.action();
      case LedgerEvent.Delivered delivered -> delivered.action();
      case LedgerEvent.Changed changed -> changed.change();
    };
  }

  @Nullable PersonId person() {
    return switch (event) {
      case LedgerEvent.Decided decided -> decided.person();
      case LedgerEvent.Delivered delivered -> delivered.person();
      case LedgerEvent.Changed changed -> changed.by();
    };
  }

  @Nullable Boolean permitted() {
    return event instanceof LedgerEvent.Decided decided ? decided.permitted() : null;
  }

  List<String> policies() {
    return event instanceof LedgerEvent.Decided decided ? decided.policies() : List.of();
  }

  @Nullable String policySet() {
    return event instanceof LedgerEvent.Decided decided ? decided.policySet() : null;
  }

  @Nullable LedgerEntryId confirms() {
    return event instanceof LedgerEvent.Delivered delivered ? delivered.confirms() : null;
  }

  @Nullable String detail() {
    return event instanceof LedgerEvent.Changed changed ? changed.detail() : null;
  }

  /** The entry as text; the same text is made from its row. */
  String canonical() {
    LedgerEvent.Place place = place();
    return new CanonicalText()
        .with("id", id)
        .with("at", at)
        .with("kind", kind())
        .with("person", person())
        .with("case", place.caseId())
        .with("item", place.item())
        .with("version", place.version())
        .with("about", place.about())
        .with("action", action())
        .with("permitted", permitted())
        .withPolicies(policies())
        .with("policySet", policySet())
        .with("confirms", confirms())
        .with("detail", detail())
        .toString();
  }

  /** SHA-256 over the salt and the canonical form. The salt keeps ids from being guessed. */
  byte[] digest(byte[] salt) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(salt);
      return sha256.digest(canonical().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
