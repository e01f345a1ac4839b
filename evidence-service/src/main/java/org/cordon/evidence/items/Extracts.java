package org.cordon.evidence.items;

import com.google.crypto.tink.util.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.cordon.evidence.objects.ObjectName;
import org.cordon.evidence.objects.SealedBytes;
import org.cordon.platform.ids.VersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The {@code extracts} table: text and metadata of versions, encrypted as their content is. */
@Component
public class Extracts {
  private final JdbcClient jdbc;
  private final SealedBytes seals;
  private final JsonMapper json;

  /** One fact that a file states of itself. */
  public record MetadataEntry(String name, String value) {}

  /**
   * An extract as it is stored.
   *
   * @param sealedText UTF-8, sealed for the version's {@link ObjectName.Part#TEXT}
   * @param truncated whether the file holds more text than was taken
   */
  public record NewExtract(
      Bytes sealedText, boolean truncated, List<MetadataEntry> metadata, Source source) {}

  /** What a text was taken from. */
  public enum Source {
    /** A file, by Tika. */
    TIKA,
    /** Passages that were written here. */
    PASSAGES
  }

  /** Text as a stream, so that a long one is never whole in memory. */
  public record Text(Reader reader, boolean truncated, String source) {}

  Extracts(JdbcClient jdbc, SealedBytes seals, JsonMapper json) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.json = json;
  }

  /** Keeps the extract of a version in the running transaction, in the place of an earlier one. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void keep(Version version, NewExtract extract) {
    Bytes metadata =
        seals.seal(
            version.content().with(ObjectName.Part.METADATA),
            json.writeValueAsBytes(extract.metadata()));
    jdbc.sql(
            """
            insert into extracts (version_id, text, truncated, metadata, source)
            values (:version, :text, :truncated, :metadata, :source)
            on conflict (version_id) do update
            set text = excluded.text, truncated = excluded.truncated,
                metadata = excluded.metadata, source = excluded.source
            """)
        .param("version", version.id().value())
        .param("text", extract.sealedText().toByteArray())
        .param("truncated", extract.truncated())
        .param("metadata", metadata.toByteArray())
        .param("source", extract.source().name())
        .update();
  }

  /** The text of a version; empty while it is not ready. */
  public Optional<Text> text(Version version) {
    return jdbc.sql("select text, truncated, source from extracts where version_id = :version")
        .param("version", version.id().value())
        .query((row, _) ->
            new Text(
                new InputStreamReader(
                    seals.open(
                        version.content().with(ObjectName.Part.TEXT),
                        Bytes.copyFrom(row.getBytes(1))),
                    StandardCharsets.UTF_8),
                row.getBoolean(2),
                row.getString(3)))
        .optional();
  }

  /** What the file states of itself; nothing while it is not ready. */
  List<MetadataEntry> metadata(Version version) {
    return sealedMetadata(version.id())
        .map(sealed -> {
          try (InputStream plain =
              seals.open(version.content().with(ObjectName.Part.METADATA), sealed)) {
            return json.readValue(plain, new TypeReference<List<MetadataEntry>>() {});
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        })
        .orElse(List.of());
  }

  private Optional<Bytes> sealedMetadata(VersionId version) {
    return jdbc.sql("select metadata from extracts where version_id = :version")
        .param("version", version.value())
        .query((row, _) -> Bytes.copyFrom(row.getBytes(1)))
        .optional();
  }
}
