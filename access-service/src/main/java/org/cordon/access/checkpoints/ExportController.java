package org.cordon.access.checkpoints;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.cordon.access.ledger.Ledger;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger as a file that anyone checks with a JDK and nothing else. */
@RestController
class ExportController {
  private static final int BUFFER = 1 << 16;
  private static final int MOST_CASES = 200;

  private final Checkpoints checkpoints;
  private final LedgerReaders readers;
  private final LedgerExport export;

  ExportController(
      Checkpoints checkpoints,
      LedgerReaders readers,
      Ledger ledger,
      TileStore tiles,
      CheckpointStore stored) {
    this.checkpoints = checkpoints;
    this.readers = readers;
    this.export = new LedgerExport(ledger, tiles, stored, checkpoints.key());
  }

  /**
   * Streams the whole ledger to an auditor of the installation, and to others the entries of the
   * cases whose ledger is open to them, each with its proof. A file without its last line was cut
   * off.
   *
   * @param caseId for one case
   * @param size that of a checkpoint; the newest when it is left out
   */
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string")))
  @GetMapping(path = "/api/access/ledger/export", produces = MediaType.TEXT_PLAIN_VALUE)
  void export(
      @RequestParam(name = "case", required = false) @Nullable CaseId caseId,
      @RequestParam @Nullable Long size,
      Caller caller,
      HttpServletResponse response)
      throws IOException {
    Optional<Set<CaseId>> cases = readers.require(caller.person(), Optional.ofNullable(caseId));
    if (cases.isPresent() && cases.get().size() > MOST_CASES) {
      throw Problem.invalid("case", "is missing: one file holds at most " + MOST_CASES + " cases.");
    }
    StoredCheckpoint upTo =
        (size == null ? checkpoints.findNewest() : checkpoints.find(size))
            .orElseThrow(() -> Problem.invalid("size", "is not the size of a checkpoint."));
    response.setContentType(MediaType.TEXT_PLAIN_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename("cordon-ledger-%d.txt".formatted(upTo.size()))
            .build()
            .toString());
    OutputStream out = new BufferedOutputStream(response.getOutputStream(), BUFFER);
    if (cases.isPresent()) {
      export.writeCases(cases.get(), upTo, out);
    } else {
      export.writeWhole(upTo, out);
    }
    out.flush();
  }
}
