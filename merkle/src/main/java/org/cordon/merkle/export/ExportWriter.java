package org.cordon.merkle.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cordon.merkle.Hash;
import org.cordon.merkle.VerifierKey;

/** Writes the file, record by record, to a stream that the caller buffers and closes. */
public final class ExportWriter {
  private final OutputStream out;
  private long places;

  /** Writes the head. */
  public ExportWriter(OutputStream out, ExportScope scope, VerifierKey key) throws IOException {
    this.out = out;
    line(ExportFormat.FORM);
    line(
        switch (scope) {
          case ExportScope.Whole _ -> ExportFormat.SCOPE + " " + ExportFormat.WHOLE;
          case ExportScope.OfCases(List<UUID> cases) ->
              cases.stream()
                  .map(UUID::toString)
                  .collect(
                      Collectors.joining(
                          " ", ExportFormat.SCOPE + " " + ExportFormat.CASES + " ", ""));
        });
    line(ExportFormat.KEY + " " + key.text());
  }

  /**
   * An entry as it stands.
   *
   * @param position from 1
   * @param salt 16 bytes in hexadecimal
   * @param digest 32 bytes in hexadecimal, as the ledger keeps it, whatever the text gives
   * @param recorded the leaf hash in the ledger's tree, whatever the text gives
   * @param canonical at most 65,536 bytes in UTF-8
   * @return false if it does not fit the form, and was written as missing
   */
  public boolean entry(long position, String salt, String digest, Hash recorded, String canonical)
      throws IOException {
    byte[] text = canonical.getBytes(StandardCharsets.UTF_8);
    if (!ExportFormat.SALT.matcher(salt).matches()
        || !ExportFormat.DIGEST.matcher(digest).matches()
        || text.length > ExportFormat.MOST_ENTRY_BYTES) {
      missing(position, recorded);
      return false;
    }
    line(
        "%s %d %s %s %s %d"
            .formatted(ExportFormat.ENTRY, position, salt, digest, recorded.base64(), text.length));
    out.write(text);
    places++;
    return true;
  }

  /** The inclusion proof of the entry that was just written. */
  public void proof(List<Hash> path) throws IOException {
    StringBuilder line = new StringBuilder(ExportFormat.PROOF);
    path.forEach(hash -> line.append(' ').append(hash.base64()));
    line(line.toString());
  }

  /** A place whose entry is gone or cannot be read any more. */
  public void missing(long position, Hash recorded) throws IOException {
    line("%s %d %s".formatted(ExportFormat.MISSING, position, recorded.base64()));
    places++;
  }

  /** An entry that was never given a place. */
  public void stray(UUID id) throws IOException {
    line(ExportFormat.STRAY + " " + id);
  }

  /** A signed checkpoint, as it was signed. */
  public void checkpoint(String note) throws IOException {
    byte[] text = note.getBytes(StandardCharsets.UTF_8);
    line(ExportFormat.CHECKPOINT + " " + text.length);
    out.write(text);
  }

  /** The last line: without it a file is not whole. */
  public void end() throws IOException {
    line(ExportFormat.END + " " + places);
    out.flush();
  }

  private void line(String text) throws IOException {
    out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
