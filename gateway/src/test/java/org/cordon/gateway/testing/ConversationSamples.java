package org.cordon.gateway.testing;

/** Conversations and their records as evidence-service answers them in tests. Invented. */
public final class ConversationSamples {
  public static final String ID = "01919f00-0000-7000-8000-00000000aa01";
  public static final String LATER = "01919f00-0000-7000-8000-00000000aa02";
  public static final String SUBMISSION = "01919f00-0000-7000-8000-00000000ab01";
  public static final String CORRECTION = "01919f00-0000-7000-8000-00000000ac01";
  public static final String KEPT_OUT = "01919f00-0000-7000-8000-00000000ad01";
  public static final String PASSAGE = "01919f00-0000-7000-8000-0000000003c1";
  public static final String OF_CASE = "/api/evidence/cases/" + Samples.CASE + "/conversations";
  public static final String API = "/api/evidence/conversations/" + ID;
  public static final String PAGE = "/conversations/" + ID;

  /** What a reviewer may do while conversations are held. */
  public static final String REVIEWER =
      "\"find\",\"readPeople\",\"readProceedings\",\"readConversations\",\"writeConversations\"";

  /** What the approving officer may do. */
  public static final String OFFICER =
      "\"find\",\"readPeople\",\"readProceedings\",\"readConversations\",\"approveGuide\","
          + "\"decideQuarantine\"";

  /** What somebody may do who only takes part. */
  public static final String OWN = "\"readOwnConversations\"";

  private ConversationSamples() {}

  /** A case with these actions open, and one conversation with Tomasz Birch. */
  public static void open(Neighbours neighbours, String role, String permissions) {
    neighbours.json("/api/access/cases/" + Samples.CASE, Samples.oneCase(role, permissions));
    neighbours.json(API, conversation(Samples.OTHER, "2036-11-30T14:05:00Z", "null", false));
  }

  /** A conversation, with nothing that the participant was shown. */
  public static String conversation(String participant, String at, String guide, boolean recorded) {
    return """
    {"id":"%s","case":"%s","participant":"%s","form":"PRACTITIONER","followUpOf":null,
     "plan":{"revision":2,"conductors":["%s","%s"],"mix":"INDEPENDENT","at":"%s",
       "place":"Room <2>","timeChosenBy":null,"purposeTold":"To learn.\\nNot to blame.",
       "present":null,"plannedAt":"2026-10-01T10:00:00Z","plannedBy":"%s"},
     "guide":%s,"recorded":%s,"followUps":["%s"],"exposedTo":{"shown":[]}}
    """
        .formatted(
            ID,
            Samples.CASE,
            participant,
            Samples.THIRD,
            Samples.PERSON,
            at,
            Samples.THIRD,
            guide,
            recorded,
            LATER);
  }

  /** A guide of which one version was submitted. */
  public static String guide(String decision) {
    return """
    {"paper":"%s","submissions":[{"id":"%s","version":"%s","number":2,
      "submittedAt":"2026-10-05T10:00:00Z","submittedBy":"%s","decision":%s}]}
    """
        .formatted(PaperSamples.PAPER, SUBMISSION, Samples.VERSION, Samples.THIRD, decision);
  }

  /** What the officer decided. */
  public static String decision(String outcome, String reason) {
    return """
    {"decision":"%s","reason":"%s","at":"2026-10-06T10:00:00Z","by":"%s"}
    """
        .formatted(outcome, reason, Samples.PERSON);
  }

  /** A passage of a record. */
  public static String passage(String text) {
    return """
    {"id":"%s","revision":4,"kind":"PARAGRAPH","level":null,"text":"%s",
     "html":"<p>%s</p><script>x()</script>","section":"ANSWER","from":null,"to":null,
     "agency":null,"pattern":null,"citations":[],"accountsOf":["%s"],
     "savedAt":"2026-10-06T11:00:00Z","savedBy":"%s"}
    """
        .formatted(PASSAGE, text, text, Samples.OTHER, Samples.THIRD);
  }

  /** The draft of a record with one answer. */
  public static String draft(String quarantined) {
    return """
    {"item":"%s","version":"%s","number":1,"title":"Record of a conversation on 1 October 2026",
     "passages":[%s],"quarantined":"%s"}
    """
        .formatted(Samples.ITEM, PaperSamples.DRAFT, passage("We met weekly."), quarantined);
  }

  /** A version of a record that nobody confirmed. */
  public static String record(int number, boolean newest) {
    return """
    {"item":"%s","version":"%s","number":%d,"newest":%s,
     "title":"Record of a conversation on 1 October 2026","sha256":"%s",
     "startedAt":"2026-10-01T10:00:00Z","endedAt":"2026-10-01T11:00:00Z",
     "present":"Tomasz Birch and two reviewers","passages":[%s],"quarantined":"",
     "confirmed":null}
    """
        .formatted(
            Samples.ITEM, Samples.VERSION, number, newest, Samples.HASH, passage("We met weekly."));
  }

  /** A correction that no version takes up. */
  public static String corrections() {
    return """
    {"items":[{"id":"%s","version":"%s","passage":"%s","text":"We met <daily>.",
      "why":"I looked it up.","proposedAt":"2026-10-08T10:00:00Z","proposedBy":"%s",
      "takenUpIn":null}],"next":null}
    """
        .formatted(CORRECTION, Samples.VERSION, PASSAGE, Samples.OTHER);
  }

  /** One passage outside the guide, with a decision or null. */
  public static String quarantined(String decision) {
    return """
    {"items":[{"quarantined":{"version":"%s","at":"2026-10-01T12:00:00Z","by":"%s",
      "decision":%s},"passages":[%s]}],"next":null}
    """
        .formatted(KEPT_OUT, Samples.THIRD, decision, passage("He told me <that>."));
  }
}
