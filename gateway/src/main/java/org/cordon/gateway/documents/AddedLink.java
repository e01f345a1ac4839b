package org.cordon.gateway.documents;

import java.io.Serializable;

/** What was added, for the page that comes next; it waits in the session until then. */
record AddedLink(String item, String title) implements Serializable {

  static AddedLink to(Added added) {
    return new AddedLink(added.item().toString(), added.title());
  }
}
