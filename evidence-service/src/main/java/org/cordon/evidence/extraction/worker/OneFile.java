package org.cordon.evidence.extraction.worker;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.apache.tika.detect.TextDetector;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.UnsupportedFormatException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.extractor.ParsingEmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.txt.TXTParser;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.SAXException;

/** Reads one file: type by content, text (of what is embedded in it too), metadata. */
final class OneFile {
  /** How many embedded documents are opened before the rest is left out. */
  static final int MOST_EMBEDDED = 2_000;

  private final Parser parser;
  private final DataOutputStream out;

  OneFile(Parser parser, DataOutputStream out) {
    this.parser = parser;
    this.out = out;
  }

  /** Reads the file and answers with text frames and the result. */
  void read(Path file, String name, int textLimit) throws IOException {
    Metadata metadata = new Metadata();
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    TextFrames text = new TextFrames(out, textLimit);
    ParseContext context = new ParseContext();
    context.set(Parser.class, parser);
    Embedded embedded = new Embedded(context);
    context.set(EmbeddedDocumentExtractor.class, embedded);
    Outcome outcome = parse(parser, file, text, metadata, context);
    if (outcome == Outcome.READ && !text.hasText() && isUnsupported(metadata)) {
      outcome = readAsText(file, text, metadata, context);
    }
    try {
      text.finish();
    } catch (SAXException e) {
      throw new IOException(e);
    }
    writeResult(outcome, text.isFull() || embedded.isFull(), metadata);
  }

  private static Outcome parse(
      Parser parser, Path file, TextFrames text, Metadata metadata, ParseContext context) {
    try (InputStream stream = TikaInputStream.get(file)) {
      parser.parse(stream, new BodyContentHandler(text), metadata, context);
      return Outcome.READ;
    } catch (TikaException | SAXException | IOException | RuntimeException e) {
      return outcomeOf(e);
    } catch (StackOverflowError _) {
      return Outcome.DAMAGED;
    }
  }

  /** A type without a parser of its own may still be text for people to read. */
  private static Outcome readAsText(
      Path file, TextFrames text, Metadata metadata, ParseContext context) throws IOException {
    String type = String.valueOf(metadata.get(Metadata.CONTENT_TYPE));
    if (type.contains("encrypted") || type.contains("protected")) {
      return Outcome.ENCRYPTED;
    }
    try (TikaInputStream stream = TikaInputStream.get(file)) {
      if (!new TextDetector().detect(stream, new Metadata()).equals(MediaType.TEXT_PLAIN)) {
        return Outcome.UNSUPPORTED;
      }
    }
    return parse(new TXTParser(), file, text, metadata, context);
  }

  private void writeResult(Outcome outcome, boolean truncated, Metadata metadata)
      throws IOException {
    String type = metadata.get(Metadata.CONTENT_TYPE);
    out.writeByte(Frames.RESULT);
    out.writeUTF(outcome.name());
    out.writeBoolean(truncated);
    out.writeUTF(cut(type == null ? "application/octet-stream" : type, Frames.METADATA_NAME));
    String[] names = metadata.names();
    Arrays.sort(names);
    String[] shown =
        Arrays.stream(names)
            .filter(OneFile::isShown)
            .limit(Frames.METADATA_PAIRS)
            .toArray(String[]::new);
    out.writeInt(shown.length);
    for (String each : shown) {
      out.writeUTF(cut(each, Frames.METADATA_NAME));
      out.writeUTF(cut(String.join("; ", metadata.getValues(each)), Frames.METADATA_VALUE));
    }
    out.flush();
  }

  private static boolean isShown(String name) {
    return !name.startsWith("X-TIKA:")
        && !name.startsWith("pdf:charsPerPage")
        && !name.startsWith("pdf:unmappedUnicodeCharsPerPage")
        && !name.equals(TikaCoreProperties.RESOURCE_NAME_KEY);
  }

  private static boolean isUnsupported(Metadata metadata) {
    String[] parsedBy = metadata.getValues(TikaCoreProperties.TIKA_PARSED_BY);
    return Arrays.stream(parsedBy).anyMatch(each -> each.endsWith(".EmptyParser"));
  }

  private static Outcome outcomeOf(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      String message = String.valueOf(each.getMessage()).toLowerCase(Locale.ROOT);
      switch (each) {
        case TextFrames.Enough _ -> {
          return Outcome.READ;
        }
        case EncryptedDocumentException _ -> {
          return Outcome.ENCRYPTED;
        }
        case UnsupportedFormatException _ -> {
          return Outcome.UNSUPPORTED;
        }
        case TikaException _ when message.contains("zip bomb") -> {
          return Outcome.BOMB;
        }
        case IOException _ when message.contains("no space left") -> {
          return Outcome.NO_SPACE;
        }
        case Exception _ when message.contains("password") || message.contains("encrypted") -> {
          return Outcome.ENCRYPTED;
        }
        default -> {}
      }
    }
    return Outcome.DAMAGED;
  }

  /** At most so many characters, none of them a lone surrogate or a control character. */
  private static String cut(String text, int length) {
    StringBuilder kept = new StringBuilder(Math.min(text.length(), length));
    text.codePoints()
        .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
        .limit(length)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /** Opens what is embedded, up to a number: a container of a million parts must end. */
  private static final class Embedded extends ParsingEmbeddedDocumentExtractor {
    private int opened;

    Embedded(ParseContext context) {
      super(context);
    }

    boolean isFull() {
      return opened > MOST_EMBEDDED;
    }

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
      return opened++ < MOST_EMBEDDED && super.shouldParseEmbedded(metadata);
    }
  }
}
