package org.cordon.gateway.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cordon.gateway.pages.DateFields;
import org.jspecify.annotations.Nullable;

/** The form as it was filled in. */
record AddDocuments(
    String key,
    String title,
    DateFields date,
    String agency,
    String author,
    String documentType,
    String description,
    List<String> accountsOf,
    boolean delicate) {

  static AddDocuments empty(UUID key) {
    return new AddDocuments(
        key.toString(), "", DateFields.none(), "", "", "", "", List.of(), false);
  }

  static AddDocuments from(UploadForm form) {
    return new AddDocuments(
        form.text("key"),
        form.text("title"),
        new DateFields(form.text("date-day"), form.text("date-month"), form.text("date-year")),
        form.text("agency"),
        form.text("author"),
        form.text("documentType"),
        form.text("description"),
        form.texts("accountsOf"),
        !form.text("delicate").isEmpty());
  }

  /** A key for each file of one form, the same when the same form is sent again. */
  String keyOf(int file) {
    return key + "-" + file;
  }

  Metadata metadata(@Nullable LocalDate read) {
    return new Metadata(
        title, read, agency, author, documentType, description, accountsOf, delicate);
  }
}
