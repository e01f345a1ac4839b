package org.cordon.search.searching;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import org.cordon.platform.security.Caller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Searches over HTTP. */
@RestController
class SearchController {
  private final Searches searches;

  SearchController(Searches searches) {
    this.searches = searches;
  }

  @Operation(
      summary = "Find items by their words",
      description =
          "Words must all be there; OR between two of them takes either, \"…\" is a phrase, -word must not be there,"
              + " bruis* is the beginning of a word, brackets group. Only what the caller may find is searched,"
              + " counted and ordered. Scored hits come first; the others follow by date.")
  @Parameter(
      name = "q",
      in = ParameterIn.QUERY,
      description = "Words, at most 500 characters and 50 words")
  @Parameter(
      name = "case",
      in = ParameterIn.QUERY,
      schema = @Schema(type = "string", format = "uuid"))
  @Parameter(
      name = "kind",
      in = ParameterIn.QUERY,
      schema =
          @Schema(
              type = "string",
              allowableValues = {
                "DOCUMENT",
                "CONVERSATION_RECORD",
                "WORKING_PAPER",
                "REPORT",
                "COMMENT"
              }))
  @Parameter(
      name = "agency",
      in = ParameterIn.QUERY,
      schema = @Schema(type = "string", format = "uuid"))
  @Parameter(name = "documentType", in = ParameterIn.QUERY)
  @Parameter(
      name = "from",
      in = ParameterIn.QUERY,
      schema = @Schema(type = "string", format = "date"))
  @Parameter(
      name = "to",
      in = ParameterIn.QUERY,
      schema = @Schema(type = "string", format = "date"))
  @Parameter(
      name = "sort",
      in = ParameterIn.QUERY,
      schema =
          @Schema(
              type = "string",
              allowableValues = {"relevance", "date", "-date"}))
  @Parameter(name = "after", in = ParameterIn.QUERY, description = "next of the page before")
  @Parameter(
      name = "limit",
      in = ParameterIn.QUERY,
      schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
  @GetMapping("/api/search")
  SearchAnswer search(
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
    return searches.search(caller.person(), SearchParameters.read(parameters));
  }
}
