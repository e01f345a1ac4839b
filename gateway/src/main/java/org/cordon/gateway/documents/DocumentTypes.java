package org.cordon.gateway.documents;

import java.util.List;

/** What a document may be called; a help for finding it again, not a rule. */
final class DocumentTypes {
  static final List<String> ALL =
      List.of(
          "Assessment",
          "Chronology",
          "Court document",
          "Education record",
          "Email",
          "Health record",
          "Housing record",
          "Individual management review",
          "Letter",
          "Minutes of a meeting",
          "Plan",
          "Police record",
          "Policy or procedure",
          "Report",
          "Other");

  private DocumentTypes() {}
}
