package org.cordon.gateway.labelling;

import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.items.Item;
import org.cordon.gateway.items.Items;
import org.cordon.gateway.items.VersionSummary;
import org.cordon.gateway.labels.Labels;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the version that a page of labels is about. */
@Component
class Subjects {
  private final Items items;
  private final Cases cases;
  private final Labels labels;

  Subjects(Items items, Cases cases, Labels labels) {
    this.items = items;
    this.cases = cases;
    this.labels = labels;
  }

  /**
   * A version whose labels are open to whoever looks.
   *
   * @param number null for the newest
   * @throws Problem NOT_FOUND when there is none
   */
  Subject require(ItemId id, @Nullable Integer number) {
    Item item = items.require(id);
    OneCase one = cases.require(item.caseId());
    VersionSummary version = version(item, number);
    return new Subject(
        item, one, version, labels.look(version.id()).orElseThrow(Problem::notFound));
  }

  /** The same for whoever may mark it further. */
  Subject requireTighten(ItemId id, @Nullable Integer number) {
    Subject subject = require(id, number);
    if (!subject.labels().mayTighten()) {
      throw Problem.notFound();
    }
    return subject;
  }

  /** The same for whoever may open it to more people. */
  Subject requireManage(ItemId id, @Nullable Integer number) {
    Subject subject = require(id, number);
    if (!subject.labels().mayManage()) {
      throw Problem.notFound();
    }
    return subject;
  }

  static VersionSummary version(Item item, @Nullable Integer number) {
    return number == null
        ? item.version()
        : item.versions().stream()
            .filter(each -> each.number() == number)
            .findFirst()
            .orElseThrow(Problem::notFound);
  }
}
