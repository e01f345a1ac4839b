package org.cordon.search.index;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cordon.platform.access.LabelField;
import org.cordon.platform.access.VersionLabels;
import org.jspecify.annotations.Nullable;

/**
 * One document of the index: a version with its labels.
 *
 * @param revised whether the index holds other versions of the same item
 */
public record IndexedVersion(VersionContent content, VersionLabels labels, boolean revised) {

  /**
   * A short digest of the labels, by which the index tells that they are the ones it has already.
   */
  public static String digest(VersionLabels labels) {
    StringBuilder canonical = new StringBuilder();
    labels
        .fields()
        .forEach((field, values) ->
            canonical.append(field.json()).append(new TreeSet<>(values)).append('\n'));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(canonical.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The document as Elasticsearch takes it; sets carry their size beside them. */
  Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("labelled", true);
    document.put("layer", Layer.of(labels).word());
    document.put("version", content.version().toString());
    document.put("item", content.item().toString());
    document.put("number", content.number());
    document.put("revised", revised);
    document.put("labelsDigest", digest(labels));
    labels.fields().forEach((field, values) -> putLabel(document, field, values));
    put(document, "title", content.title());
    put(document, "author", content.author());
    put(document, "agency", content.agency() == null ? null : content.agency().toString());
    put(document, "documentType", content.documentType());
    putDate(document, content.date());
    put(document, "fileName", content.fileName() == null ? null : words(content.fileName()));
    put(document, "mediaType", content.mediaType());
    put(
        document,
        "receivedAt",
        content.receivedAt() == null ? null : content.receivedAt().toString());
    put(document, "state", content.state());
    put(document, "text", content.text());
    return document;
  }

  private static void putLabel(Map<String, Object> document, LabelField field, Set<String> values) {
    switch (field) {
      case CASE, KIND, DELICATE, PUBLISHED_TO_BOARD ->
          document.put(field.json(), values.iterator().next());
      case ACCOUNTS_OF, MATTERS, CIRCULATED_TO, ORIGINATOR -> {
        document.put(field.json(), new TreeSet<>(values));
        document.put(field.json() + "Count", values.size());
      }
    }
  }

  private static void putDate(Map<String, Object> document, @Nullable LocalDate date) {
    if (date != null) {
      document.put("date", date.toString());
      document.put("day", date.toEpochDay());
    }
  }

  private static void put(Map<String, Object> document, String field, @Nullable String value) {
    if (value != null) {
      document.put(field, SnippetMarks.clean(value));
    }
  }

  /** A file's name as words: an underscore or a dot would join them into one. */
  private static String words(String fileName) {
    return fileName.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
  }
}
