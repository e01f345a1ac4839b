package org.cordon.search.rebuilding;

import io.swagger.v3.oas.annotations.Hidden;
import org.cordon.search.index.Generations;
import org.cordon.search.index.Positions;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What services and operators may ask of the index. */
@Hidden
@RestController
@RequestMapping("/internal")
class IndexController {
  private final Rebuilds rebuilds;
  private final Generations generations;

  IndexController(Rebuilds rebuilds, Generations generations) {
    this.rebuilds = rebuilds;
    this.generations = generations;
  }

  /**
   * How far the index has come.
   *
   * @param documents the number of versions that searches reach
   * @param rebuilding whether a rebuild is under way
   */
  record IndexState(long evidence, long labels, long documents, boolean rebuilding) {}

  @GetMapping("/positions")
  IndexState positions() {
    Positions positions = generations.serving().positions();
    return new IndexState(
        positions.evidence(),
        positions.labels(),
        generations.documents(),
        generations.building().isPresent());
  }

  @PostMapping("/rebuild")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void rebuild() {
    rebuilds.begin();
  }
}
