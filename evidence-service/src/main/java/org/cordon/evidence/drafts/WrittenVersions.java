package org.cordon.evidence.drafts;

import com.google.crypto.tink.util.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.cordon.evidence.custody.Custody;
import org.cordon.evidence.custody.CustodyEntry;
import org.cordon.evidence.items.ExtractionState;
import org.cordon.evidence.items.Extracts;
import org.cordon.evidence.items.Items;
import org.cordon.evidence.items.Particulars;
import org.cordon.evidence.items.Version;
import org.cordon.evidence.objects.EvidenceStore;
import org.cordon.evidence.objects.ObjectName;
import org.cordon.evidence.objects.SealedBytes;
import org.cordon.evidence.passages.WrittenContent;
import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.problems.IntegrityFailure;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Versions whose content is passages: keeping one, and reading it back verified. */
@Component
public class WrittenVersions {
  private static final int LONGEST_NAME = 200;

  private final Items items;
  private final Extracts extracts;
  private final EvidenceStore store;
  private final SealedBytes seals;
  private final Custody custody;

  WrittenVersions(
      Items items, Extracts extracts, EvidenceStore store, SealedBytes seals, Custody custody) {
    this.items = items;
    this.extracts = extracts;
    this.store = store;
    this.seals = seals;
    this.custody = custody;
  }

  /** What a version is called when it is downloaded. */
  public static String fileName(String title) {
    String name = title.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", " ").strip();
    int end =
        name.offsetByCodePoints(0, Math.min(LONGEST_NAME, name.codePointCount(0, name.length())));
    return (name.isEmpty() ? "untitled" : name.substring(0, end).strip()) + ".json";
  }

  /** What is shown of a written version: its title alone. */
  public static Particulars particulars(String title) {
    return new Particulars(
        title,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Adds a version whose bytes are stored to the running transaction, with its text and custody;
   * its item is there.
   *
   * @param how in words, for the custody
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void keep(Version version, WrittenContent content, String how, LedgerEntryId decision) {
    items.addVersion(version);
    items.move(version.id(), new ExtractionState.Ready(WrittenContent.MEDIA_TYPE));
    Bytes text =
        seals.seal(
            version.content().with(ObjectName.Part.TEXT),
            content.plain().getBytes(StandardCharsets.UTF_8));
    extracts.keep(
        version, new Extracts.NewExtract(text, false, List.of(), Extracts.Source.PASSAGES));
    custody.record(
        new CustodyEntry(
            version.id(),
            version.received().at(),
            CustodyEntry.Event.RECEIVED,
            Optional.of(version.received().by()),
            version.received().content().sha256(),
            how,
            Optional.of(decision)));
  }

  /**
   * The content of a version, its hash verified; asks nobody, so decide first.
   *
   * @throws IntegrityFailure when it was altered or is not written in passages
   */
  public WrittenContent read(Version version) {
    try (InputStream bytes = store.open(version.content(), version.received().content())) {
      return WrittenContent.read(bytes.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
