package org.cordon.gateway.documents;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.items.Item;
import org.cordon.gateway.items.Items;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.signin.FormToken;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A further version of a document; the ones before it stay. */
@Controller
class AddVersionPage {
  private final Items items;
  private final Cases cases;
  private final Documents documents;
  private final FormToken token;

  AddVersionPage(Items items, Cases cases, Documents documents, FormToken token) {
    this.items = items;
    this.cases = cases;
    this.documents = documents;
    this.token = token;
  }

  @GetMapping("/items/{id}/versions")
  String form(@PathVariable ItemId id, Model model) {
    Item item = items.require(id);
    return form(
        item,
        cases.require(item.caseId(), "upload"),
        UUID.randomUUID().toString(),
        new FormErrors(),
        model);
  }

  @PostMapping("/items/{id}/versions")
  String add(
      @PathVariable ItemId id,
      HttpServletRequest request,
      RedirectAttributes afterwards,
      Model model)
      throws IOException {
    UploadForm sent = UploadForm.read(request, token);
    Item item = items.require(id);
    OneCase one = cases.require(item.caseId(), "upload");
    String key = sent.text("key");
    var errors = new FormErrors();
    FilePart file = sent.nextFile();
    if (file == null) {
      errors.add("file", "Select a file");
    } else {
      try {
        Added added = documents.addVersion(id, file, description(sent), key);
        afterwards.addFlashAttribute("done", "Version " + added.number() + " is added.");
      } catch (Problem e) {
        errors.add("file", file.name() + ": " + e.getMessage());
      }
    }
    sent.drain();
    return errors.isEmpty() ? "redirect:/items/" + id : form(item, one, key, errors, model);
  }

  private static Metadata description(UploadForm sent) {
    return new Metadata("", null, "", "", "", sent.text("description"), List.of(), false);
  }

  private static String form(Item item, OneCase one, String key, FormErrors errors, Model model) {
    model.addAttribute("item", item);
    model.addAttribute("one", one);
    model.addAttribute("key", key);
    model.addAttribute("errors", errors);
    return "documents/add-version";
  }
}
