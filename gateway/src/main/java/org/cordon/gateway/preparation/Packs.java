package org.cordon.gateway.preparation;

import java.util.ArrayList;
import java.util.List;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.items.Items;
import org.cordon.gateway.pages.Choice;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/** What an information pack can be: something in the case that whoever looks may find. */
final class Packs {
  private static final int MOST = 200;
  private final Items items;

  Packs(Items items) {
    this.items = items;
  }

  /** The newest of them, and the one that is named already. */
  List<Choice> choices(OneCase one, Preparation preparation) {
    List<Choice> choices = new ArrayList<>();
    if (one.may("find")) {
      items
          .in(one.id(), null, MOST)
          .items()
          .forEach(item ->
              choices.add(
                  Choice.of(
                      item.version().id(), item.title() + ", version " + item.version().number())));
    }
    VersionId named = named(preparation);
    if (named != null && choices.stream().noneMatch(it -> it.value().equals(named.toString()))) {
      choices.addFirst(Choice.of(named, "The version that is on record now"));
    }
    return choices;
  }

  /** What the pack that is named is called, or null when none is. */
  @Nullable String title(OneCase one, Preparation preparation) {
    VersionId named = named(preparation);
    return named == null
        ? null
        : choices(one, preparation).stream()
            .filter(it -> it.value().equals(named.toString()))
            .findFirst()
            .map(Choice::title)
            .orElse(null);
  }

  private static @Nullable VersionId named(Preparation preparation) {
    Preparation.Pack pack = preparation.pack();
    return pack == null ? null : pack.version();
  }
}
