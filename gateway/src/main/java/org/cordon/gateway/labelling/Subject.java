package org.cordon.gateway.labelling;

import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.items.Item;
import org.cordon.gateway.items.VersionSummary;
import org.cordon.gateway.labels.LabelsOfVersion;
import org.cordon.platform.ids.VersionId;
import org.springframework.ui.Model;

/** A version whose labels are looked at, with everything around it. */
record Subject(Item item, OneCase one, VersionSummary version, LabelsOfVersion labels) {

  VersionId id() {
    return version.id();
  }

  /** Where its labels are shown. */
  String address() {
    return address(item, version);
  }

  static String address(Item item, VersionSummary version) {
    return "/items/" + item.id() + "/labels?version=" + version.number();
  }

  void show(Model model) {
    model.addAttribute("item", item);
    model.addAttribute("one", one);
    model.addAttribute("version", version);
    model.addAttribute("labels", labels);
    model.addAttribute("address", address());
  }
}
