package org.cordon.evidence.extraction;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The limits that files are read under.
 *
 * @param workers how many files are read at once, each in a process of its own
 * @param time the longest that one file may take
 * @param memory the heap of a worker
 * @param largest the largest file that is read for its text; a larger one is kept without
 * @param scratch how much a worker may unpack, in memory where the system allows it
 * @param text the most characters of text that are taken from one file
 * @param scratchDir where scratch folders and the workers' libraries go
 * @param hidden files that a worker must not be able to read, besides the key file
 */
@ConfigurationProperties("cordon.extraction")
public record ExtractionProperties(
    @DefaultValue("2") int workers,
    @DefaultValue("60s") Duration time,
    @DefaultValue("512MB") DataSize memory,
    @DefaultValue("256MB") DataSize largest,
    @DefaultValue("768MB") DataSize scratch,
    @DefaultValue("10000000") int text,
    Optional<Path> scratchDir,
    @DefaultValue List<Path> hidden) {

  public ExtractionProperties {
    if (workers < 1 || workers > 64) {
      throw new IllegalArgumentException("cordon.extraction.workers must be between 1 and 64");
    }
    if (text < 1_000 || text > 50_000_000) {
      throw new IllegalArgumentException(
          "cordon.extraction.text must be between 1,000 and 50,000,000");
    }
    hidden = List.copyOf(hidden);
  }
}
