package org.cordon.evidence.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Component;

/** Prints what is written; a few at a time, for a long paper takes much memory. */
@Component
public class Prints {
  private static final int AT_ONCE = 2;
  private static final int SECONDS = 20;

  private final Semaphore places = new Semaphore(AT_ONCE, true);

  /** Makes one print. */
  @FunctionalInterface
  private interface Printing {
    byte[] print(PrintedPaper paper) throws IOException;
  }

  /**
   * The paper as PDF.
   *
   * @throws Problem UNAVAILABLE when too many are being made
   */
  public byte[] pdf(PrintedPaper paper) {
    return print(paper, PdfPrint::of);
  }

  /**
   * The paper as DOCX.
   *
   * @throws Problem UNAVAILABLE when too many are being made
   */
  public byte[] docx(PrintedPaper paper) {
    return print(paper, DocxPrint::of);
  }

  private byte[] print(PrintedPaper paper, Printing printing) {
    boolean free = false;
    try {
      free = places.tryAcquire(SECONDS, TimeUnit.SECONDS);
      if (!free) {
        throw new Problem(
            Problem.Kind.UNAVAILABLE, "Too many papers are being printed. Try again in a minute.");
      }
      return printing.print(paper);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.unavailable();
    } finally {
      if (free) {
        places.release();
      }
    }
  }
}
