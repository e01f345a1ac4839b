package org.cordon.evidence.circulations;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cordon.platform.access.Circulated;
import org.cordon.platform.access.Members;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Versions of a paper going round. */
@RestController
@RequestMapping("/api/evidence/papers/{paper}/versions/{number}/circulations")
class CirculationController {
  private final Circulations circulations;

  /**
   * To whom it is to go.
   *
   * @param people 1 to 200
   * @param by the day by which an answer is asked for, not past
   * @param rehearse only say to whom it would go
   */
  record WantedSending(
      @Nullable Set<@Nullable PersonId> people,
      @Nullable LocalDate by,
      @Nullable Boolean rehearse) {}

  /** To whom it went, and who needs a decision first; why is not told here. */
  record SendingBody(List<PersonId> circulated, List<PersonId> needDecision) {}

  CirculationController(Circulations circulations) {
    this.circulations = circulations;
  }

  @PostMapping
  SendingBody circulate(
      Caller caller,
      @PathVariable ItemId paper,
      @PathVariable int number,
      @RequestBody WantedSending wanted) {
    Circulated outcome =
        circulations.circulate(
            caller.person(),
            paper,
            number,
            new Circulations.Circulate(
                Members.some("people", wanted.people()),
                Optional.ofNullable(wanted.by()),
                Boolean.TRUE.equals(wanted.rehearse())));
    return new SendingBody(outcome.circulated(), outcome.refused());
  }

  @GetMapping
  Page<CirculationStore.CirculationLine> page(
      Caller caller, @PathVariable ItemId paper, @PathVariable int number) {
    return Page.whole(circulations.of(caller.person(), paper, number));
  }
}
