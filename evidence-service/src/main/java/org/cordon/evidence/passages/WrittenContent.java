package org.cordon.evidence.passages;

import java.util.List;
import java.util.stream.Collectors;
import org.cordon.platform.problems.IntegrityFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The content of a written version: {@value #MEDIA_TYPE}, canonical JSON (as RFC 8785: members in
 * order, no blanks, UTF-8), so that equal content has equal bytes.
 *
 * @param format {@value #FORMAT}
 * @param structure the key of the structure whose sections its passages name
 */
public record WrittenContent(
    String format, String structure, String title, List<Passage> passages) {
  public static final String MEDIA_TYPE = "application/vnd.cordon.passages+json";
  public static final String FORMAT = "cordon.passages/1";

  private static final JsonMapper CANONICAL =
      JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

  public WrittenContent {
    passages = List.copyOf(passages);
  }

  /** Content in the present format. */
  public static WrittenContent of(String structure, String title, List<Passage> passages) {
    return new WrittenContent(FORMAT, structure, title, passages);
  }

  /** Its bytes. */
  public byte[] bytes() {
    return CANONICAL.writeValueAsBytes(CANONICAL.valueToTree(this));
  }

  /**
   * Reads what {@link #bytes} wrote.
   *
   * @throws IntegrityFailure when it is anything else
   */
  public static WrittenContent read(byte[] bytes) {
    try {
      WrittenContent content = CANONICAL.readValue(bytes, WrittenContent.class);
      if (content != null && FORMAT.equals(content.format())) {
        return content;
      }
    } catch (JacksonException notOurs) {
      throw new IntegrityFailure("a written version is not in its format", notOurs);
    }
    throw new IntegrityFailure("a written version is not in its format");
  }

  /** The plain text: title and passages, a blank line between them. */
  public String plain() {
    return title
        + "\n\n"
        + passages.stream()
            .map(passage -> Markup.plain(passage.content()))
            .collect(Collectors.joining("\n\n"))
        + "\n";
  }
}
