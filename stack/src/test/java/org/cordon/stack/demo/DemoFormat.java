package org.cordon.stack.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;

/** What bytes are, whatever their name says. */
final class DemoFormat {
  private static final Map<String, String> STARTS = new LinkedHashMap<>();

  static {
    STARTS.put("\u00d0\u00cf\u0011\u00e0", "msg");
    STARTS.put("\u0089PNG", "png");
    STARTS.put("{\\rtf", "rtf");
    STARTS.put("<!DOCTYPE html", "html");
    STARTS.put("From: ", "eml");
  }

  private DemoFormat() {}

  static String of(byte[] bytes) throws IOException {
    var content = new String(bytes, StandardCharsets.ISO_8859_1);
    if (content.startsWith("%PDF-")) {
      return content.contains("/Font") ? "pdf" : "pdf of pictures";
    }
    if (content.startsWith("PK")) {
      return archive(entries(bytes));
    }
    return STARTS.entrySet().stream()
        .filter(start -> content.startsWith(start.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(() -> plain(content));
  }

  /** All that is packed in an archive, as text. */
  static String unzipped(byte[] archive) throws IOException {
    return String.join("\n", entries(archive).values());
  }

  private static Map<String, String> entries(byte[] archive) throws IOException {
    var entries = new LinkedHashMap<String, String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return entries;
  }

  private static String archive(Map<String, String> entries) {
    if (entries.containsKey("word/document.xml")) {
      return "docx";
    }
    if (entries.containsKey("xl/workbook.xml")) {
      return "xlsx";
    }
    var type = entries.getOrDefault("mimetype", "");
    return type.startsWith("application/vnd.oasis.opendocument.text") ? "odt" : "zip";
  }

  /** Comma-separated when the lines below its comments all have as many commas. */
  private static String plain(String content) {
    var counts =
        content
            .lines()
            .filter(line -> !line.startsWith("#") && !line.isBlank())
            .map(line -> line.replaceAll("\"[^\"]*\"", "").chars().filter(c -> c == ',').count())
            .collect(Collectors.toSet());
    return counts.size() == 1 && !counts.contains(0L) ? "csv" : "txt";
  }
}
