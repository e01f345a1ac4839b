package org.cordon.gateway.documents;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.cordon.gateway.signin.FormToken;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.requests.SentName;
import org.jspecify.annotations.Nullable;

/**
 * A form with files, read as it streams in: first the token, then the fields, then the files, in
 * the order in which the page holds them.
 */
class UploadForm {
  private static final int MAX_FIELD = 20_000;
  private static final int MAX_FIELDS = 200;

  /** Of one part, in bytes: a long file name takes four for some letters. */
  private static final int MOST_HEADERS = 16 * 1024;

  private final FileItemInputIterator parts;
  private final Map<String, List<String>> fields = new LinkedHashMap<>();
  private @Nullable FileItemInput waiting;

  private UploadForm(FileItemInputIterator parts) {
    this.parts = parts;
  }

  /**
   * Reads up to the first file.
   *
   * @throws org.springframework.security.access.AccessDeniedException without the session's token
   *     as the first field
   */
  static UploadForm read(HttpServletRequest request, FormToken token) throws IOException {
    if (!JakartaServletFileUpload.isMultipartContent(request)) {
      token.require(request, "");
    }
    var reader = new JakartaServletFileUpload<>();
    reader.setHeaderCharset(StandardCharsets.UTF_8);
    reader.setMaxPartHeaderSize(MOST_HEADERS);
    try {
      var form = new UploadForm(reader.getItemIterator(request));
      form.readToken(request, token);
      form.readFields();
      return form;
    } catch (FileUploadException e) {
      throw new Problem(Problem.Kind.INVALID, "The form could not be read. Try again.");
    }
  }

  /** The first value of a field; empty when it is missing. */
  String text(String field) {
    return texts(field).stream().findFirst().orElse("").strip();
  }

  /** All values of a field that are not blank. */
  List<String> texts(String field) {
    return fields.getOrDefault(field, List.of()).stream().filter(text -> !text.isBlank()).toList();
  }

  /** The next file that someone chose; its bytes must be read before the next one is asked for. */
  @Nullable FilePart nextFile() throws IOException {
    FileItemInput part = waiting;
    waiting = null;
    while (part != null || parts.hasNext()) {
      FileItemInput candidate = part == null ? parts.next() : part;
      part = null;
      String name = candidate.isFormField() ? "" : baseName(SentName.of(candidate::getName));
      if (!name.isEmpty()) {
        return new FilePart(name, candidate.getContentType(), candidate.getInputStream());
      }
    }
    return null;
  }

  /** Reads what is left and drops it: a browser shows no answer before it has sent everything. */
  void drain() throws IOException {
    for (FilePart file = nextFile(); file != null; file = nextFile()) {
      file.bytes().transferTo(OutputStream.nullOutputStream());
    }
  }

  private void readToken(HttpServletRequest request, FormToken token) throws IOException {
    FileItemInput first = parts.hasNext() ? parts.next() : null;
    boolean present =
        first != null && first.isFormField() && FormToken.FIELD.equals(first.getFieldName());
    token.require(request, present && first != null ? content(first) : "");
  }

  private void readFields() throws IOException {
    while (parts.hasNext()) {
      FileItemInput part = parts.next();
      if (!part.isFormField()) {
        waiting = part;
        return;
      }
      if (fields.size() > MAX_FIELDS) {
        throw new Problem(Problem.Kind.INVALID, "The form has too many fields.");
      }
      fields.computeIfAbsent(part.getFieldName(), _ -> new ArrayList<>()).add(content(part));
    }
  }

  private static String content(FileItemInput field) throws IOException {
    try (InputStream bytes = field.getInputStream()) {
      byte[] read = bytes.readNBytes(MAX_FIELD + 1);
      if (read.length > MAX_FIELD) {
        throw new Problem(Problem.Kind.INVALID, "A field is longer than 20,000 characters.");
      }
      return new String(read, StandardCharsets.UTF_8);
    }
  }

  /** Some browsers send the whole path. */
  private static String baseName(@Nullable String name) {
    return name == null
        ? ""
        : name.substring(1 + Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')));
  }
}
