package org.cordon.merkle.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cordon.merkle.VerifierKey;

/**
 * Checks an exported ledger on a machine that has a JDK and nothing else. From the sources alone:
 *
 * <pre>java merkle/src/main/java/org/cordon/merkle/export/VerifyLedger.java FILE</pre>
 *
 * <p>Exit codes: 0 every entry is what was signed; 1 something is not, and the first bad entry is
 * named; 2 the words were not understood; 5 the file cannot be read, is no whole export or cannot
 * be compared with the checkpoint that was given.
 */
public final class VerifyLedger {
  private static final String USAGE =
      "verify-ledger FILE [--key KEY] [--checkpoint FILE] (see ./cordon verify-ledger --help)";
  private static final int VERIFIED = 0;
  private static final int REFUTED = 1;
  private static final int MISUNDERSTOOD = 2;
  private static final int UNREADABLE = 5;
  private static final long MOST_SMALL_FILE = 65_536;

  private final PrintStream out;
  private final PrintStream errors;

  /** Says what it found on one stream, and what kept it from looking on the other. */
  public VerifyLedger(PrintStream out, PrintStream errors) {
    this.out = out;
    this.errors = errors;
  }

  public static void main(String[] arguments) {
    System.exit(new VerifyLedger(System.out, System.err).run(arguments));
  }

  /** What the words ask for. */
  private record Asked(Path file, Optional<VerifierKey> key, List<String> notes) {}

  /** Does what the words ask for and answers with the exit code. */
  public int run(String... arguments) {
    Asked asked;
    try {
      asked = read(arguments);
    } catch (IllegalArgumentException e) {
      errors.println(e.getMessage());
      errors.println(USAGE);
      return MISUNDERSTOOD;
    } catch (IOException e) {
      errors.println(unreadable(e));
      return UNREADABLE;
    }
    try (InputStream file = Files.newInputStream(asked.file())) {
      return tell(asked, new ExportCheck(asked.key(), asked.notes()).check(file));
    } catch (MalformedExport e) {
      errors.println(e.getMessage());
    } catch (IOException e) {
      errors.println(unreadable(e));
    }
    return UNREADABLE;
  }

  private static String unreadable(IOException e) {
    return "Cannot be read: " + e.getMessage();
  }

  private int tell(Asked asked, ExportCheck.Checked checked) {
    return switch (checked.verdict()) {
      case Verdict.Verified verified -> {
        out.printf("Verified: %,d entries of %s.%n", verified.entries(), checked.scope().words());
        out.printf("Ledger      %s%n", checked.key().name());
        out.printf("Checkpoint  %d entries, root %s%n", verified.size(), verified.root().base64());
        out.printf(
            "Signatures  %d in the file, %d kept elsewhere%n",
            verified.checkpoints(), verified.kept());
        out.printf("Key         %s%n", checked.key().text());
        if (asked.key().isEmpty()) {
          out.println("The key is the one that the file names. Compare it with one that you have");
          out.println("from elsewhere, or give that with --key.");
        }
        if (verified.kept() == 0) {
          out.println("Without a checkpoint kept elsewhere (--checkpoint) nothing shows that the");
          out.println("ledger was not cut off or signed anew from the beginning.");
        }
        yield VERIFIED;
      }
      case Verdict.Refuted refuted -> {
        out.printf("NOT verified: %s.%n", refuted.reason());
        if (refuted.first() == refuted.last()) {
          out.printf("The first bad entry is at position %d.%n", refuted.first());
        } else {
          out.printf(
              "The first bad entry is at one of the positions %d to %d.%n",
              refuted.first(), refuted.last());
        }
        yield REFUTED;
      }
      case Verdict.Incomparable incomparable -> {
        errors.println(incomparable.reason());
        yield UNREADABLE;
      }
    };
  }

  private static Asked read(String... arguments) throws IOException {
    Optional<Path> file = Optional.empty();
    Optional<VerifierKey> key = Optional.empty();
    List<String> notes = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      String word = arguments[i];
      switch (word) {
        case "--key" -> {
          require(key.isEmpty(), "Give one --key.");
          key = Optional.of(key(value(arguments, ++i)));
        }
        case "--checkpoint" -> notes.add(small(path(value(arguments, ++i))));
        default -> {
          require(!word.startsWith("--"), "verify-ledger does not know " + word);
          require(file.isEmpty(), "Give one file.");
          file = Optional.of(path(word));
        }
      }
    }
    return new Asked(
        file.orElseThrow(() -> new IllegalArgumentException("Say which file.")), key, notes);
  }

  private static String value(String[] arguments, int at) {
    require(at < arguments.length, "After the last word something is missing.");
    return arguments[at];
  }

  /** A key, or the file that holds one. */
  private static VerifierKey key(String word) throws IOException {
    boolean file = !word.contains("+") || Files.isRegularFile(path(word));
    return VerifierKey.parse(file ? small(path(word)).strip() : word);
  }

  private static Path path(String word) {
    try {
      return Path.of(word);
    } catch (InvalidPathException _) {
      throw new IllegalArgumentException("That is no name of a file: " + word);
    }
  }

  private static String small(Path file) throws IOException {
    if (Files.size(file) > MOST_SMALL_FILE) {
      throw new IOException(file + " is too long to be a key or a checkpoint");
    }
    return Files.readString(file);
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
