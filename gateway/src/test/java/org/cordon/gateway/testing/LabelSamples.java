package org.cordon.gateway.testing;

/** Labels as access-service answers them in tests. Invented. */
public final class LabelSamples {
  public static final String EARLIER = "01919f00-0000-7000-8000-0000000002a0";
  public static final String HIDDEN = "01919f00-0000-7000-8000-0000000002af";

  /** The tag of labels as they are shown. */
  public static final String TAG = "\"as-they-are-shown\"";

  private LabelSamples() {}

  /** Labels of the sample version: an own account, an inherited one, and an agency's condition. */
  public static String labels(String may) {
    return """
    {"version":"%1$s","item":"%2$s","number":2,"case":"%3$s","kind":"DOCUMENT",
     "accountsOf":[
       {"person":"%4$s","personName":"Tomasz Birch","inherited":false,"from":[]},
       {"person":"%5$s","personName":"Maud <Ferris>","inherited":true,"from":["%6$s","%7$s"]}],
     "matters":["timing"],"delicate":true,"quarantined":false,
     "originators":[{"agency":"%8$s","agencyName":"Fenwick and Dale NHS Trust","consented":false}],
     "circulatedTo":[{"person":"%9$s","personName":"Asha Rowe"}],"sources":["%6$s","%7$s"],
     "revision":3,"may":[%10$s]}
    """
        .formatted(
            Samples.VERSION,
            Samples.ITEM,
            Samples.CASE,
            Samples.OTHER,
            Samples.THIRD,
            EARLIER,
            HIDDEN,
            Samples.HEALTH,
            Samples.PERSON,
            may);
  }

  /** Labels of the version before, which hold nothing. */
  public static String bare(String may) {
    return """
    {"version":"%s","item":"%s","number":1,"case":"%s","kind":"DOCUMENT","accountsOf":[],
     "matters":[],"delicate":false,"quarantined":false,"originators":[],"circulatedTo":[],
     "sources":[],"revision":1,"may":[%s]}
    """
        .formatted(EARLIER, Samples.ITEM, Samples.CASE, may);
  }
}
