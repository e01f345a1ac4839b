package org.cordon.gateway.labelling;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cordon.gateway.items.Items;
import org.cordon.gateway.labels.Labels;
import org.cordon.gateway.labels.LabelsOfVersion;
import org.cordon.gateway.routes.Backends;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Everything that keeps one version from somebody, and what can be done about it. */
@Controller
class LabelsPage {
  private final Subjects subjects;
  private final Labels labels;
  private final Items items;

  LabelsPage(Subjects subjects, Labels labels, Items items) {
    this.subjects = subjects;
    this.labels = labels;
    this.items = items;
  }

  /** A source, as far as it is open to whoever looks. */
  record Source(ItemId item, int number, String title) {}

  @GetMapping("/items/{id}/labels")
  String labels(
      @PathVariable ItemId id,
      @RequestParam(required = false) @Nullable Integer version,
      Model model) {
    Subject subject = subjects.require(id, version);
    subject.show(model);
    model.addAttribute("sources", sources(subject.labels()));
    return "labelling/labels";
  }

  private Map<VersionId, Source> sources(LabelsOfVersion of) {
    Map<VersionId, Source> sources = new HashMap<>();
    for (VersionId version : of.sources()) {
      labels
          .find(version)
          .flatMap(found ->
              title(found.item()).map(title -> new Source(found.item(), found.number(), title)))
          .ifPresent(source -> sources.put(version, source));
    }
    return sources;
  }

  private Optional<String> title(ItemId item) {
    return Backends.find(() -> items.require(item).title());
  }
}
