package org.cordon.gateway.drafting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.items.Item;
import org.cordon.gateway.items.Items;
import org.cordon.gateway.items.VersionSummary;
import org.cordon.gateway.pages.Choice;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Sent;
import org.cordon.gateway.papers.Papers;
import org.cordon.gateway.papers.Passage;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Citing an item from its own page: the words, and the draft that they go to. What is quoted is
 * sent in the form, never in an address, which would be remembered.
 */
@Controller
class CitePage {
  private static final int DRAFTS = 100;
  private final Items items;
  private final Cases cases;
  private final Papers papers;
  private final Drafts drafts;

  CitePage(Items items, Cases cases, Papers papers, Drafts drafts) {
    this.items = items;
    this.cases = cases;
    this.papers = papers;
    this.drafts = drafts;
  }

  /** Step "begin" comes from the item's page with whatever was marked there. */
  @PostMapping("/items/{id}/cite")
  String cite(
      @PathVariable ItemId id,
      @RequestParam(defaultValue = "-1") int version,
      @RequestParam MultiValueMap<String, String> fields,
      Model model) {
    Item item = items.require(id);
    OneCase one = cases.require(item.caseId(), "writePapers");
    VersionSummary cited =
        item.versions().stream()
            .filter(each -> each.number() == version)
            .findFirst()
            .orElseThrow(Problem::notFound);
    var sent = new Sent(fields);
    var errors = new FormErrors();
    List<Choice> choices =
        papers.drafts(one.id(), DRAFTS).items().stream()
            .map(paper -> new Choice(paper.id().toString(), paper.title(), paper.kind().title()))
            .toList();
    if (!"begin".equals(sent.text("step"))) {
      Optional<String> added = add(cited, choices, sent, errors);
      if (added.isPresent()) {
        return added.get();
      }
    }
    model.addAttribute("item", item);
    model.addAttribute("one", one);
    model.addAttribute("version", cited);
    model.addAttribute("papers", choices);
    model.addAttribute("sent", sent);
    model.addAttribute("key", key(sent));
    model.addAttribute("errors", errors);
    return "drafting/cite";
  }

  private Optional<String> add(
      VersionSummary cited, List<Choice> choices, Sent sent, FormErrors errors) {
    Optional<ItemId> paper =
        choices.stream()
            .filter(choice -> choice.value().equals(sent.text("paper")))
            .map(choice -> ItemId.from(choice.value()))
            .findFirst();
    if (paper.isEmpty()) {
      errors.add("paper", "Select the paper");
    }
    errors.require("quote", sent.text("quote"), "Enter the words that you quote");
    Integer page = page(sent.text("page"), errors);
    if (!errors.isEmpty()) {
      return Optional.empty();
    }
    String quote = sent.lines("quote");
    Map<String, Object> written =
        PassageForm.quotation(quote, new WantedCitation(cited.id(), null, page, quote), key(sent))
            .read(LocalDate.MAX, errors);
    return errors
        .findTaken(() -> atTheEnd(paper.orElseThrow(), written, key(sent)), "quote", "quote")
        .map(passage ->
            "redirect:/papers/"
                + paper.orElseThrow()
                + "/draft?at="
                + passage.id()
                + "#p-"
                + passage.id());
  }

  private Passage atTheEnd(ItemId paper, Map<String, Object> written, String key) {
    var last = drafts.require(paper).last();
    if (last != null) {
      written.put("after", last);
    }
    return drafts.add(paper, written, key);
  }

  private static String key(Sent sent) {
    return sent.text("key").isEmpty() ? UUID.randomUUID().toString() : sent.text("key");
  }

  private static @Nullable Integer page(String text, FormErrors errors) {
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("[1-9][0-9]{0,5}")) {
      errors.add("page", "Enter the number of the page, or leave it empty");
      return null;
    }
    return Integer.valueOf(text);
  }
}
