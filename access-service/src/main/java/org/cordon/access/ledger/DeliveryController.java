package org.cordon.access.ledger;

import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a service says that the last byte has left. */
@RestController
class DeliveryController {
  private final Ledger ledger;

  DeliveryController(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The entry that permitted what was delivered. */
  record Delivery(@Nullable LedgerEntryId entry) {}

  @PostMapping("/internal/deliveries")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void confirm(@RequestBody Delivery delivery) {
    if (delivery.entry() == null) {
      throw Problem.invalid("entry", "is missing.");
    }
    ledger.confirmDelivery(delivery.entry());
  }
}
