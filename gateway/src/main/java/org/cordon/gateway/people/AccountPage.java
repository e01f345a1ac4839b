package org.cordon.gateway.people;

import java.util.UUID;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Giving a person a way to sign in, at first and when they forgot their password. The password
 * stands in one answer and nowhere else.
 */
@Controller
class AccountPage {
  private final Cases cases;
  private final People people;

  AccountPage(Cases cases, People people) {
    this.cases = cases;
    this.people = people;
  }

  @GetMapping("/cases/{caseId}/people/{person}/account")
  String form(@PathVariable CaseId caseId, @PathVariable PersonId person, Model model) {
    OneCase one = cases.require(caseId, "managePeople");
    return form(
        one,
        people.require(caseId, person).place(),
        "",
        UUID.randomUUID().toString(),
        new FormErrors(),
        model);
  }

  @PostMapping("/cases/{caseId}/people/{person}/account")
  String create(
      @PathVariable CaseId caseId,
      @PathVariable PersonId person,
      @RequestParam(defaultValue = "") String email,
      @RequestParam String key,
      Model model) {
    OneCase one = cases.require(caseId, "managePeople");
    PersonInCase known = people.require(caseId, person).place();
    var errors = new FormErrors();
    if (!email.strip().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
      errors.add("email", "Enter an email address in the correct format, like name@example.org");
    }
    if (errors.isEmpty()) {
      try {
        return opened(one, known, people.createAccount(caseId, person, email.strip(), key), model);
      } catch (Problem e) {
        if (e.kind() != Problem.Kind.INVALID && e.kind() != Problem.Kind.CONFLICT) {
          throw e;
        }
        errors.add(e, "email", "email");
      }
    }
    return form(one, known, email, key, errors, model);
  }

  @GetMapping("/cases/{caseId}/people/{person}/password")
  String asking(@PathVariable CaseId caseId, @PathVariable PersonId person, Model model) {
    return asking(
        cases.require(caseId, "managePeople"),
        withAccount(people.require(caseId, person).place()),
        new FormErrors(),
        model);
  }

  @PostMapping("/cases/{caseId}/people/{person}/password")
  String reset(@PathVariable CaseId caseId, @PathVariable PersonId person, Model model) {
    OneCase one = cases.require(caseId, "managePeople");
    PersonInCase known = withAccount(people.require(caseId, person).place());
    try {
      return opened(one, known, people.resetPassword(caseId, person), model);
    } catch (Problem e) {
      if (e.kind() != Problem.Kind.CONFLICT && e.kind() != Problem.Kind.FORBIDDEN) {
        throw e;
      }
      return asking(one, known, new FormErrors().add(e, "give"), model);
    }
  }

  private static PersonInCase withAccount(PersonInCase person) {
    if (person.account() == null) {
      throw Problem.notFound();
    }
    return person;
  }

  private static String asking(OneCase one, PersonInCase person, FormErrors errors, Model model) {
    model.addAttribute("one", one);
    model.addAttribute("person", person);
    model.addAttribute("errors", errors);
    return "people/password";
  }

  private static String opened(
      OneCase one, PersonInCase person, OpenedAccount account, Model model) {
    model.addAttribute("one", one);
    model.addAttribute("person", person);
    model.addAttribute("account", account);
    return "people/account-created";
  }

  private static String form(
      OneCase one, PersonInCase person, String email, String key, FormErrors errors, Model model) {
    model.addAttribute("one", one);
    model.addAttribute("person", person);
    model.addAttribute("email", email);
    model.addAttribute("key", key);
    model.addAttribute("errors", errors);
    return "people/account";
  }
}
