package org.cordon.search.index;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cordon.platform.access.LabelField;
import org.cordon.platform.access.VersionLabels;
import org.jspecify.annotations.Nullable;

/** One document of the index: a version with its labels. */
public record IndexedVersion(VersionContent content, VersionLabels labels) {

  /**
   * Where it lies. A version whose text may still come lies with the rest, where it is found and
   * not scored: so a common index receives each version once, and nothing in it is replaced without
   * need.
   */
  Layer layer() {
    return labels.isCommon() && content.isSettled() ? Layer.COMMON : Layer.REST;
  }

  /** A digest of the labels, by which the index tells that they are the ones it has already. */
  public static String digest(VersionLabels labels) {
    Map<String, Object> fields = new TreeMap<>();
    labels.fields().forEach((field, values) -> fields.put(field.json(), new TreeSet<>(values)));
    return digestOf(fields);
  }

  /** The document as Elasticsearch takes it; sets carry their size beside them. */
  Map<String, Object> document() {
    Map<String, Object> document = new TreeMap<>();
    document.put("labelled", true);
    document.put("layer", layer().word());
    document.put("version", content.version().toString());
    document.put("item", content.item().toString());
    document.put("number", content.number());
    document.put("labelsDigest", digest(labels));
    labels.fields().forEach((field, values) -> putLabel(document, field, values));
    put(document, "title", content.title());
    put(document, "author", content.author());
    put(document, "agency", text(content.agency()));
    put(document, "documentType", content.documentType());
    putDate(document, content.date());
    put(document, "fileName", content.fileName() == null ? null : words(content.fileName()));
    put(document, "mediaType", content.mediaType());
    put(document, "receivedAt", text(content.receivedAt()));
    put(document, "state", content.state());
    put(document, "text", content.text());
    document.put("digest", digestOf(document));
    return document;
  }

  private static String digestOf(Map<String, Object> fields) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      fields.forEach((field, value) -> {
        hash.update((field + '\u0000').getBytes(StandardCharsets.UTF_8));
        hash.update((value + "\u0000").getBytes(StandardCharsets.UTF_8));
      });
      return HexFormat.of().formatHex(hash.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static void putLabel(Map<String, Object> document, LabelField field, Set<String> values) {
    switch (field) {
      case VERSION, CASE, KIND, DELICATE, QUARANTINED, PUBLISHED_TO_BOARD ->
          document.put(field.json(), values.iterator().next());
      case ACCOUNTS_OF, MATTERS, CIRCULATED_TO, ORIGINATORS -> {
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
