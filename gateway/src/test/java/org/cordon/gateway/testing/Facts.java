package org.cordon.gateway.testing;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Proceedings, standings and declarations as access-service answers them in tests. Invented. */
public final class Facts {
  public static final String PROCEEDINGS = "01919f00-0000-7000-8000-00000000f001";
  public static final String INQUEST = "01919f00-0000-7000-8000-00000000f002";
  public static final String EVERYTHING = "\"tighten\",\"manage\"";

  private Facts() {}

  /** Proceedings under investigation, and an inquest that is not live, with what may be done. */
  public static String proceedings(String may) {
    return """
    {"items":[%s,
      {"id":"%s","kind":"INQUEST","title":"Inquest","walled":true,"status":"NONE","live":false,
       "since":"2026-09-14","history":[],"matters":[],"earlyDiscussion":null,
       "chargingAgreement":null,"may":[%s],"revision":1}],"next":null}
    """
        .formatted(criminal("INVESTIGATION", true, may), INQUEST, may);
  }

  /** Criminal proceedings alone. */
  public static String criminalOnly(String status, boolean live, String may) {
    return "{\"items\":[%s],\"next\":null}".formatted(criminal(status, live, may));
  }

  private static String criminal(String status, boolean live, String may) {
    return """
    {"id":"%s","kind":"CRIMINAL","title":"Operation Larch","walled":true,"status":"%s",
     "live":%s,"since":"2026-03-01",
     "history":[
       {"status":"%s","walled":true,"since":"2026-03-01","note":"Told by <DI> Marsh",
        "recordedAt":"2026-09-15T10:00:00Z","by":"%s","byName":"Ines Okafor-Lindqvist"},
       {"status":"NONE","walled":true,"since":"2026-01-01","note":null,
        "recordedAt":"2026-09-14T10:00:00Z","by":"%s","byName":null}],
     "matters":[{"name":"timing","description":"When the injury happened",
       "recordedAt":"2026-09-16T10:00:00Z","by":"%s","byName":"Ines Okafor-Lindqvist"}],
     "earlyDiscussion":null,"chargingAgreement":null,"may":[%s],"revision":4}
    """
        .formatted(
            PROCEEDINGS, status, live, status, Samples.THIRD, Samples.THIRD, Samples.THIRD, may);
  }

  /** Criminal proceedings with the early discussion and the CPS's agreement on record. */
  public static String discussed() {
    return criminalOnly("CHARGING_DECISION_PENDING", true, EVERYTHING)
        .replace(
            "\"earlyDiscussion\":null",
            """
            "earlyDiscussion":{"heldOn":"2026-10-02","participants":"Chair, DI Marsh, CPS",
             "timing":"After the interviews","conduct":"Processes only","contributors":"All six",
             "recordedAt":"2026-10-03T10:00:00Z","by":null,"byName":null}\
            """)
        .replace(
            "\"chargingAgreement\":null",
            """
            "chargingAgreement":{"agreedBy":"P. Vane, CPS North","reason":"One letter only",
             "recordedAt":"2026-10-04T10:00:00Z","by":null,"byName":null}\
            """);
  }

  /** A standing for each person of {@link Samples#people}. */
  public static String standings(boolean walled, String may) {
    return """
    {"items":[%s,%s,%s],"next":null}
    """
        .formatted(
            standing(Samples.PERSON, "Asha Rowe", "NONE", "NONE", false, may),
            standing(
                Samples.OTHER,
                "Tomasz Birch",
                "NONE",
                walled ? "POTENTIAL_WITNESS" : "NONE",
                walled,
                may),
            standing(Samples.THIRD, "Ines Okafor-Lindqvist", "NONE", "NONE", false, may));
  }

  /** One standing, with a history of one change. */
  public static String standing(
      String person, String name, String standing, String effective, boolean walled, String may) {
    return """
    {"person":"%s","personName":"%s","standing":"%s","effective":"%s","walled":%s,"matters":[],
     "reason":"Saw the home","since":"2026-09-20T09:00:00Z","by":"%s",
     "byName":"Ines Okafor-Lindqvist","revision":2,
     "history":[{"standing":"%s","matters":["timing"],"reason":"Saw the home",
       "recordedAt":"2026-09-20T09:00:00Z","by":"%s","byName":"Ines Okafor-Lindqvist"}],
     "may":[%s]}
    """
        .formatted(
            person, name, standing, effective, walled, Samples.THIRD, standing, Samples.THIRD, may);
  }

  /** Declarations: one withdrawn, and one that stands, of the person with this id. */
  public static String declarations(String person, boolean investigator, boolean mayDeclare) {
    return """
    {"items":[
      {"person":"%s","personName":"Ines Okafor-Lindqvist","statement":"I have no <part> in it.",
       "recordedAt":"2026-10-01T10:00:00Z","withdrawnAt":null,"investigator":%s},
      {"person":"%s","personName":"Tomasz Birch","statement":"Earlier words.",
       "recordedAt":"2026-09-01T10:00:00Z","withdrawnAt":"2026-09-20T15:30:00Z",
       "investigator":false}],
     "next":null,"mayDeclare":%s}
    """
        .formatted(person, investigator, Samples.OTHER, mayDeclare);
  }

  /** A list of investigators with these people on it. */
  public static String investigators(String may, String... people) {
    return """
    {"items":[%s],"next":null,"may":[%s]}
    """
        .formatted(
            Arrays.stream(people)
                .map(person ->
                    """
                    {"person":"%s","personName":"Tomasz Birch","reason":"Took statements",
                     "recordedAt":"2026-10-02T10:00:00Z","by":"%s",
                     "byName":"Ines Okafor-Lindqvist"}
                    """
                        .formatted(person, Samples.THIRD))
                .collect(Collectors.joining(",")),
            may);
  }
}
