package org.cordon.access.authzen;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import org.cordon.access.authzen.Bodies.ActionsBody;
import org.cordon.access.authzen.Bodies.EntitiesBody;
import org.cordon.access.authzen.Bodies.FoundAction;
import org.cordon.access.authzen.Bodies.FoundEntity;
import org.cordon.access.authzen.Bodies.NextPageBody;
import org.cordon.access.authzen.Bodies.SearchBody;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Searches of the OpenID AuthZEN Authorization API 1.0 (section 8), in pages of at most 200 results
 * and 50 when no limit is named. An unknown type, id or action finds nothing.
 */
@RestController
class SearchController {
  private static final String DESCRIPTION =
      "At most 200 results a page, 50 when no limit is named. A token belongs to its search.";
  private final DecisionPoint point;
  private final RequestReader reader;
  private final PageTokens tokens;

  SearchController(DecisionPoint point, RequestReader reader, PageTokens tokens) {
    this.point = point;
    this.reader = reader;
    this.tokens = tokens;
  }

  @Operation(
      description = DESCRIPTION,
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = SearchBody.class))))
  @PostMapping("/access/v1/search/subject")
  EntitiesBody subjects(HttpServletRequest request) {
    SearchBody body = reader.read(request, SearchBody.class);
    Search.ForSubjects search = body.forSubjects();
    Search.Window window = tokens.window(search, body.page());
    return entities(search, body, window, point.find(search, window));
  }

  @Operation(
      description = DESCRIPTION,
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = SearchBody.class))))
  @PostMapping("/access/v1/search/resource")
  EntitiesBody resources(HttpServletRequest request) {
    SearchBody body = reader.read(request, SearchBody.class);
    Search.ForResources search = body.forResources();
    Search.Window window = tokens.window(search, body.page());
    return entities(search, body, window, point.find(search, window));
  }

  @Operation(
      description = DESCRIPTION,
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = SearchBody.class))))
  @PostMapping("/access/v1/search/action")
  ActionsBody actions(HttpServletRequest request) {
    SearchBody body = reader.read(request, SearchBody.class);
    Search.ForActions search = body.forActions();
    Search.Window window = tokens.window(search, body.page());
    Slice<NamedAction> found = point.find(search, window);
    return new ActionsBody(
        next(search, body, window, found),
        found.results().stream().map(action -> new FoundAction(action.name())).toList());
  }

  private EntitiesBody entities(
      Search search, SearchBody body, Search.Window window, Slice<Entity> found) {
    return new EntitiesBody(
        next(search, body, window, found),
        found.results().stream()
            .map(entity -> new FoundEntity(entity.type(), entity.id()))
            .toList());
  }

  private NextPageBody next(Search search, SearchBody body, Search.Window window, Slice<?> found) {
    return new NextPageBody(
        found
            .next()
            .map(after -> tokens.token(search, body.page(), window.limit(), after))
            .orElse(""),
        found.results().size());
  }
}
