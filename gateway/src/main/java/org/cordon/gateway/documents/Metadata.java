package org.cordon.gateway.documents;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What someone says about a file as they add it. What they left open is not sent, so that
 * evidence-service fills it as it sees fit.
 */
record Metadata(
    String title,
    @Nullable LocalDate date,
    String agency,
    String author,
    String documentType,
    String description,
    List<String> accountsOf,
    boolean delicate) {

  Map<String, Object> toSend() {
    Map<String, Object> fields = new LinkedHashMap<>();
    put(fields, "title", title);
    if (date != null) {
      fields.put("date", date.toString());
    }
    put(fields, "agency", agency);
    put(fields, "author", author);
    put(fields, "documentType", documentType);
    put(fields, "description", description);
    if (!accountsOf.isEmpty()) {
      fields.put("accountsOf", accountsOf);
    }
    if (delicate) {
      fields.put("delicate", true);
    }
    return fields;
  }

  private static void put(Map<String, Object> fields, String name, String text) {
    if (!text.isBlank()) {
      fields.put(name, text.strip());
    }
  }
}
