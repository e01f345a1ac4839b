package org.cordon.gateway.testing;

/** Timetables, preparation and meetings as evidence-service answers them in tests. Invented. */
public final class ReviewSamples {
  public static final String MILESTONE = "01919f00-0000-7000-8000-00000000b001";
  public static final String MEETING = "01919f00-0000-7000-8000-00000000d001";
  public static final String PAPER = "01919f00-0000-7000-8000-00000000e001";

  /** What a lead reviewer may do in the review. */
  public static final String LEAD =
      "\"find\",\"readPeople\",\"readPreparation\",\"managePreparation\",\"readMeetings\","
          + "\"manageMeetings\",\"writePapers\",\"meetPractitioners\"";

  private ReviewSamples() {}

  /** A case with these actions open. */
  public static void open(Neighbours neighbours, String permissions) {
    neighbours.json(
        "/api/access/cases/" + Samples.CASE, Samples.oneCase("LEAD_REVIEWER", permissions));
  }

  /** A timetable of three milestones: one done, one late, one to come. */
  public static String timetable() {
    return """
    {"start":"2026-03-14","end":"2026-09-14","next":"%1$s","milestones":[
      {"id":"01919f00-0000-7000-8000-00000000b000","stage":"PREPARATION",
       "name":"Review team chosen","due":"2026-04-04","doneOn":"2026-04-02","late":false,
       "because":null,"note":null,"revision":2,"savedAt":"2026-04-02T10:00:00Z",
       "history":[]},
      {"id":"%1$s","stage":"DATA_COLLECTION","name":"Documents <collected>","due":"2026-05-09",
       "doneOn":null,"late":true,"because":"AGENCY","note":"The trust asked for more time",
       "revision":3,"savedAt":"2026-05-10T10:00:00Z",
       "history":[{"name":"Documents","due":"2026-05-02","doneOn":null,"because":null,"note":null,
         "savedAt":"2026-03-14T10:00:00Z"}]},
      {"id":"01919f00-0000-7000-8000-00000000b002","stage":"RECOMMENDATIONS",
       "name":"Report with the board","due":"2036-10-01","doneOn":null,"late":false,
       "because":"BOARD","note":null,"revision":2,"savedAt":"2026-05-10T10:00:00Z","history":[]}]}
    """
        .formatted(MILESTONE);
  }

  /** A timetable that nobody has set out. */
  public static String noTimetable() {
    return "{\"start\":null,\"end\":null,\"milestones\":[],\"next\":null}";
  }

  /** How the practitioner of {@link Samples#people} is prepared, with these further members. */
  public static String preparation(String further) {
    return """
    {"person":"%s","pack":{"version":"%s","sentOn":"2026-10-02","receivedOn":"2026-10-05",
      "acknowledgedOn":null},"introduced":{"how":"MEETING","on":"2026-10-09"},
     "support":"A. Colleague\\n01632 960000","complete":true,"revision":4%s}
    """
        .formatted(Samples.OTHER, Samples.VERSION, further);
  }

  /** A meeting as somebody sees it who arranges it. */
  public static String meeting(String kind, String at) {
    return """
    {"id":"%s","case":"%s","kind":"%s","title":"Checking the <narrative>","at":"%s",
     "until":null,"place":"Room 2","agenda":[{"text":"Welcome","paper":null},
       {"text":"The narrative","paper":"%s"}],
     "papers":[{"version":"%s","item":"%s","number":2,"title":"Narrative & more"}],
     "minutes":[],"invited":["%s","%s"],
     "sent":[{"person":"%s","revision":2,"sentAt":"2026-10-01T10:00:00Z"}],
     "attendance":null,"revision":3}
    """
        .formatted(
            MEETING,
            Samples.CASE,
            kind,
            at,
            Samples.VERSION,
            Samples.VERSION,
            Samples.ITEM,
            Samples.OTHER,
            Samples.THIRD,
            Samples.OTHER);
  }

  /** A meeting in a list. */
  public static String summary(String id, String kind, String title, String at) {
    return """
    {"id":"%s","case":"%s","kind":"%s","title":"%s","at":"%s","until":null,"place":"Room 2"}
    """
        .formatted(id, Samples.CASE, kind, title, at);
  }

  /** A page of things. */
  public static String page(String... items) {
    return "{\"items\":[" + String.join(",", items) + "],\"next\":null}";
  }
}
