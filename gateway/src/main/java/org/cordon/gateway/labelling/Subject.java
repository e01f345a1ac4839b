package org.cordon.gateway.labelling;

import java.util.ArrayList;
import java.util.List;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.items.Item;
import org.cordon.gateway.items.VersionSummary;
import org.cordon.gateway.labels.Labels;
import org.cordon.gateway.labels.LabelsOfVersion;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Sent;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A version whose labels are looked at, with everything around it. */
record Subject(Item item, OneCase one, VersionSummary version, Labels.Shown shown) {

  LabelsOfVersion labels() {
    return shown.labels();
  }

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
    model.addAttribute("labels", labels());
    model.addAttribute("address", address());
  }

  /** Shows a form that changes the labels, with what is wrong with it and what changed since. */
  void show(Model model, Sent sent, FormErrors errors) {
    show(model);
    Look now = Look.at(shown);
    model.addAttribute("sent", sent);
    model.addAttribute("errors", errors);
    model.addAttribute("look", now);
    model.addAttribute("changes", Look.of(sent).changes(now));
  }

  /** Back to the labels once a form was taken. */
  String done(RedirectAttributes afterwards, String message) {
    afterwards.addFlashAttribute("done", message);
    return "redirect:" + address();
  }

  /**
   * Back to the labels where a form has become pointless, with what changed since.
   *
   * @throws Problem NOT_FOUND when nothing did: then there never was such a form
   */
  String overtaken(RedirectAttributes afterwards, Sent sent) {
    List<String> changes = Look.of(sent).changes(Look.at(shown));
    if (changes.isEmpty()) {
      throw Problem.notFound();
    }
    afterwards.addFlashAttribute("changes", new ArrayList<>(changes));
    return "redirect:" + address();
  }
}
