package org.cordon.gateway.documents;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.people.People;
import org.cordon.gateway.people.PersonInCase;
import org.cordon.gateway.signin.FormToken;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Adding documents: several at once with progress where there is script, and a plain form that
 * streams through where there is none.
 */
@Controller
class AddDocumentsPage {
  private final Cases cases;
  private final People people;
  private final Documents documents;
  private final FormToken token;
  private final Clock clock;

  AddDocumentsPage(Cases cases, People people, Documents documents, FormToken token, Clock clock) {
    this.cases = cases;
    this.people = people;
    this.documents = documents;
    this.token = token;
    this.clock = clock;
  }

  @GetMapping("/cases/{caseId}/documents/add")
  String form(@PathVariable CaseId caseId, Model model) {
    return form(
        cases.require(caseId, "upload"),
        AddDocuments.empty(UUID.randomUUID()),
        new FormErrors(),
        model);
  }

  @PostMapping("/cases/{caseId}/documents/add")
  String add(
      @PathVariable CaseId caseId,
      HttpServletRequest request,
      RedirectAttributes afterwards,
      Model model)
      throws IOException {
    UploadForm sent = UploadForm.read(request, token);
    OneCase one = cases.require(caseId, "upload");
    AddDocuments wanted = AddDocuments.from(sent);
    var errors = new FormErrors();
    LocalDate date = wanted.date().read("date", LocalDate.now(clock), errors);
    List<Added> added = errors.isEmpty() ? send(one, sent, wanted, date, errors) : List.of();
    sent.drain();
    if (errors.isEmpty()) {
      afterwards.addFlashAttribute(
          "added", new ArrayList<>(added.stream().map(AddedLink::to).toList()));
      return "redirect:/cases/" + caseId + "/documents";
    }
    model.addAttribute("added", added);
    return form(one, wanted, errors, model);
  }

  private List<Added> send(
      OneCase one,
      UploadForm sent,
      AddDocuments wanted,
      @Nullable LocalDate date,
      FormErrors errors)
      throws IOException {
    List<Added> added = new ArrayList<>();
    for (FilePart file = sent.nextFile(); file != null; file = sent.nextFile()) {
      try {
        added.add(documents.add(one.id(), file, wanted.metadata(date), wanted.keyOf(added.size())));
      } catch (Problem e) {
        errors.add("file", file.name() + ": " + e.getMessage());
        return added;
      }
    }
    if (added.isEmpty()) {
      errors.add("file", "Select a file");
    }
    return added;
  }

  private String form(OneCase one, AddDocuments wanted, FormErrors errors, Model model) {
    List<PersonInCase> speakers =
        one.may("readPeople") ? people.in(one.id(), null).items() : List.of();
    model.addAttribute("one", one);
    model.addAttribute("wanted", wanted);
    model.addAttribute("errors", errors);
    model.addAttribute("speakers", speakers);
    model.addAttribute("documentTypes", DocumentTypes.ALL);
    return "documents/add";
  }
}
