package org.cordon.stack.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What runs beside the demo's cases, and what keeps their people apart. Everything is done by the
 * person named, by key.
 *
 * @param circulations made before any proceedings are opened, as the wall would refuse some
 */
public record DemoBeside(
    List<Circulation> circulations,
    List<Declaration> declarations,
    List<Proceedings> proceedings,
    List<Standing> standings) {

  public DemoBeside {
    circulations = List.copyOf(circulations);
    declarations = List.copyOf(declarations);
    proceedings = List.copyOf(proceedings);
    standings = List.copyOf(standings);
  }

  /** How many things there are to do. */
  int size() {
    return circulations.size() + declarations.size() + proceedings.size() + standings.size();
  }

  /**
   * A document that goes to members of the case group.
   *
   * @param document its file
   * @param to keys of people
   */
  public record Circulation(String document, String by, List<String> to) {
    public Circulation {
      to = List.copyOf(to);
    }
  }

  /** An approving officer's word that they have no direct involvement in the investigation. */
  public record Declaration(
      @JsonProperty("case") String caseKey, String person, String statement) {}

  /**
   * Proceedings of one kind.
   *
   * @param states in their order, at least one
   */
  public record Proceedings(
      String key,
      @JsonProperty("case") String caseKey,
      String kind,
      String title,
      boolean walled,
      List<State> states,
      List<Matter> matters,
      @Nullable EarlyDiscussion earlyDiscussion) {
    public Proceedings {
      states = List.copyOf(states);
      matters = List.copyOf(matters);
    }
  }

  /**
   * How proceedings stood.
   *
   * @param since as {@code 2025-08-17}
   */
  public record State(String status, String since, String by, String note) {}

  /** A fact in issue. */
  public record Matter(String name, String by, String description) {}

  /** What chair, police and CPS agreed on. */
  public record EarlyDiscussion(
      String by,
      String heldOn,
      String participants,
      String timing,
      String conduct,
      String contributors) {}

  /** A person's position in the proceedings, where it is more than their role says. */
  public record Standing(
      @JsonProperty("case") String caseKey,
      String person,
      String standing,
      String by,
      List<String> matters,
      String reason) {
    public Standing {
      matters = List.copyOf(matters);
    }
  }
}
