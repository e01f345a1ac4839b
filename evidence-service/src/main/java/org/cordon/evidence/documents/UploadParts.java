package org.cordon.evidence.documents;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadContentTypeException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.cordon.evidence.objects.BlockInput;
import org.cordon.evidence.objects.StoredContent;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.requests.SentName;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * The two parts of an upload, {@code file} and {@code metadata}, read from the request as they
 * arrive and never stored on the way.
 */
final class UploadParts {
  private static final int MOST_METADATA = 64 * 1024;
  private static final int MOST_HEADERS = 16 * 1024;

  private final HttpServletRequest request;
  private final MetadataReader metadataReader;
  private final DataSize maxFileSize;
  private @Nullable FileName name;
  private @Nullable StoredContent content;
  private @Nullable DocumentMetadata metadata;

  /** Takes the bytes of the file. */
  @FunctionalInterface
  interface Sink {
    /** Reads the stream to its end. */
    StoredContent store(InputStream file) throws IOException;
  }

  /** Both parts, complete. */
  record Arrived(FileName name, StoredContent content, DocumentMetadata metadata) {}

  UploadParts(HttpServletRequest request, MetadataReader metadataReader, DataSize maxFileSize) {
    this.request = request;
    this.metadataReader = metadataReader;
    this.maxFileSize = maxFileSize;
  }

  /**
   * Reads the request to its end; the file goes to {@code sink} when its turn comes.
   *
   * @throws Problem when a part is missing, twice there, unknown, too large, empty or wrong, or
   *     when the request ended early
   */
  Arrived receive(Sink sink) {
    if (request.getContentLengthLong() > maxFileSize.toBytes() + 2L * MOST_METADATA) {
      throw tooLarge();
    }
    try {
      JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory> upload =
          new JakartaServletFileUpload<>();
      upload.setHeaderCharset(StandardCharsets.UTF_8);
      upload.setMaxPartHeaderSize(MOST_HEADERS);
      FileItemInputIterator parts = upload.getItemIterator(request);
      while (parts.hasNext()) {
        take(parts.next(), sink);
      }
    } catch (FileUploadContentTypeException _) {
      throw new Problem(Problem.Kind.UNSUPPORTED, "Send the document as multipart/form-data.");
    } catch (IOException _) {
      throw new Problem(
          Problem.Kind.INVALID,
          "The upload ended early or is not well-formed multipart/form-data. Nothing was kept.");
    }
    if (name == null || content == null) {
      throw Problem.invalid("file", "is missing.");
    }
    if (metadata == null) {
      throw Problem.invalid("metadata", "is missing.");
    }
    return new Arrived(name, content, metadata);
  }

  private void take(FileItemInput part, Sink sink) throws IOException {
    switch (part.getFieldName()) {
      case "file" -> {
        if (content != null) {
          throw Problem.invalid("file", "must be there once.");
        }
        name = FileName.of(SentName.of(part::getName));
        content = sink.store(new LimitedInput(filled(part.getInputStream())));
      }
      case "metadata" -> {
        if (metadata != null) {
          throw Problem.invalid("metadata", "must be there once.");
        }
        byte[] bytes = part.getInputStream().readNBytes(MOST_METADATA + 1);
        if (bytes.length > MOST_METADATA) {
          throw Problem.invalid("metadata", "must have at most 64 KB.");
        }
        metadata = metadataReader.read(new String(bytes, StandardCharsets.UTF_8));
      }
      case null, default ->
          throw new Problem(Problem.Kind.INVALID, "An upload has two parts: file, then metadata.");
    }
  }

  private static InputStream filled(InputStream file) throws IOException {
    PushbackInputStream pushback = new PushbackInputStream(file);
    int first = pushback.read();
    if (first < 0) {
      throw Problem.invalid("file", "is empty.");
    }
    pushback.unread(first);
    return pushback;
  }

  private Problem tooLarge() {
    long megabytes = maxFileSize.toMegabytes();
    String most = megabytes >= 1 ? "%,d MB".formatted(megabytes) : maxFileSize.toBytes() + " bytes";
    return new Problem(
        Problem.Kind.TOO_LARGE, "The file is larger than " + most + ", the most accepted here.");
  }

  /** Ends the upload at the limit. */
  private final class LimitedInput extends BlockInput {
    private final InputStream in;
    private long left = maxFileSize.toBytes();

    LimitedInput(InputStream in) {
      this.in = in;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int n = in.read(bytes, offset, length);
      left -= Math.max(n, 0);
      if (left < 0) {
        throw tooLarge();
      }
      return n;
    }
  }
}
