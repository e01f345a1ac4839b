package org.cordon.gateway.testing;

/** Who can see the sample item, and what was seen, as access-service answers in tests. Invented. */
public final class Viewers {
  private Viewers() {}

  /** A lead reviewer who can, and a practitioner who could and was shown it before the wall. */
  public static String audience() {
    return """
    {"item":"%1$s","case":"%2$s","moment":"2026-11-22T10:00:00Z","people":[
      {"person":"%3$s","personName":"Ines Okafor-Lindqvist","roles":["LEAD_REVIEWER"],"read":true,
       "find":true,"version":"%4$s",
       "reasons":[{"policy":"documents-read","reason":"The lead reviewer reads documents.",
         "permits":true}],
       "couldSee":[{"version":"%4$s","number":2,"from":"2026-10-02T09:15:00Z","to":null}],
       "saw":[]},
      {"person":"%5$s","personName":"Tomasz Birch","roles":["CASE_GROUP_MEMBER"],"read":false,
       "find":false,"version":null,
       "reasons":[{"policy":"wall","reason":"While proceedings are live <no> witness sees it.",
         "permits":false}],
       "couldSee":[{"version":"01919f00-0000-7000-8000-0000000002a0","number":1,
         "from":"2026-09-28T16:40:00Z","to":"2026-10-02T09:15:00Z"}],
       "saw":[{"at":"2026-09-30T12:00:00Z","version":"01919f00-0000-7000-8000-0000000002a0",
         "action":"read","delivered":false,"entry":"01919f00-0000-7000-8000-00000000e001"}]},
      {"person":"%6$s","personName":null,"roles":[],"read":false,"find":false,"version":null,
       "reasons":[],"couldSee":[],"saw":[]}]}
    """
        .formatted(
            Samples.ITEM,
            Samples.CASE,
            Samples.THIRD,
            Samples.VERSION,
            Samples.OTHER,
            Samples.PERSON);
  }

  /** What one person was shown: the sample item, and one that is not open to whoever looks. */
  public static String seen(String next) {
    return """
    {"items":[
      {"at":"2026-10-06T08:20:00Z","person":"%1$s","personName":"Tomasz Birch","item":"%2$s",
       "version":"%3$s","action":"read","delivered":true,
       "entry":"01919f00-0000-7000-8000-00000000e002",
       "accountsOf":[{"person":"%4$s","personName":"Maud Ferris"},
         {"person":"%5$s","personName":null}]},
      {"at":"2026-10-05T14:02:00Z","person":"%1$s","personName":"Tomasz Birch",
       "item":"01919f00-0000-7000-8000-0000000001ff","version":"%3$s","action":"find",
       "delivered":true,"entry":"01919f00-0000-7000-8000-00000000e001","accountsOf":[]}],
     "next":%6$s}
    """
        .formatted(
            Samples.OTHER, Samples.ITEM, Samples.VERSION, Samples.THIRD, Samples.PERSON, next);
  }
}
