package org.cordon.evidence.items;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cordon.evidence.custody.Custody;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.paging.PageRequest;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Items for people. */
@RestController
class ItemController {
  private final OpenItems open;
  private final Extracts extracts;
  private final Custody custody;
  private final Delivery delivery;
  private final JsonMapper json;

  /** The text of a version, as the API describes it; it is written as a stream. */
  record TextBody(String text, boolean truncated, String from) {}

  ItemController(
      OpenItems open, Extracts extracts, Custody custody, Delivery delivery, JsonMapper json) {
    this.open = open;
    this.extracts = extracts;
    this.custody = custody;
    this.delivery = delivery;
    this.json = json;
  }

  @GetMapping("/api/evidence/cases/{case}/items")
  Page<ItemSummary> page(
      Caller caller,
      @PathVariable("case") CaseId caseId,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    return open.page(caller.person(), caseId, PageRequest.of(limit, after));
  }

  @GetMapping(value = "/api/evidence/items/{item}", produces = MediaType.APPLICATION_JSON_VALUE)
  void item(Caller caller, @PathVariable ItemId item, HttpServletResponse response)
      throws IOException {
    OpenItems.OpenItem opened = open.item(caller.person(), item);
    Version shown = opened.shown().version();
    ItemDetail detail =
        new ItemDetail(
            ItemSummary.of(shown),
            shown.particulars().description().orElse(null),
            opened.versions().stream().map(ItemDetail.VersionDetail::of).toList(),
            extracts.metadata(shown),
            custody.of(opened.versions().stream().map(Version::id).toList()).stream()
                .map(ItemDetail.CustodyLine::of)
                .toList());
    delivery.json(opened.shown().decision(), detail, response);
  }

  @GetMapping(
      value = "/api/evidence/items/{item}/versions/{number}/text",
      produces = MediaType.APPLICATION_JSON_VALUE)
  void text(
      Caller caller,
      @PathVariable ItemId item,
      @PathVariable int number,
      HttpServletResponse response)
      throws IOException {
    OpenItems.OpenVersion readable = open.read(caller.person(), item, number);
    Extracts.Text text = extracts.text(readable.version()).orElseThrow(Problem::notFound);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    delivery.deliver(
        readable.decision(),
        response.getOutputStream(),
        out -> {
          try (JsonGenerator generator = json.createGenerator(out)) {
            generator.writeStartObject();
            generator.writeName("text");
            generator.writeString(text.reader(), -1);
            generator.writeBooleanProperty("truncated", text.truncated());
            generator.writeStringProperty("from", text.source());
            generator.writeEndObject();
          }
        });
  }
}
