package org.cordon.evidence.extraction.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.parser.AutoDetectParser;

/**
 * Reads files from standard input until it closes, one at a time, and answers on standard output as
 * {@link Frames} says.
 *
 * <p>Arguments: the scratch folder, then paths that must not be readable here. It first says what
 * its surroundings are, so that the service reports what is so and not what was meant.
 */
public final class WorkerMain {
  private WorkerMain() {}

  /** Runs until standard input ends; any failure of the protocol ends the process. */
  public static void main(String[] arguments) throws Exception {
    OutputStream answers = new FileOutputStream(FileDescriptor.out);
    // A parser that prints would garble the frames.
    System.setOut(System.err);
    Path scratch = Path.of(arguments[0]);
    try (DataInputStream in =
            new DataInputStream(
                new BufferedInputStream(new FileInputStream(FileDescriptor.in), Frames.CHUNK));
        DataOutputStream out =
            new DataOutputStream(new BufferedOutputStream(answers, Frames.CHUNK))) {
      OneFile reader = new OneFile(parser(), out);
      Deadline deadline = Deadline.start();
      Surroundings.seenFrom(scratch, List.of(arguments).subList(1, arguments.length)).write(out);
      for (int command = in.read(); command == Frames.FILE; command = in.read()) {
        serve(in, reader, deadline, scratch);
      }
    }
  }

  private static void serve(DataInputStream in, OneFile reader, Deadline deadline, Path scratch)
      throws IOException {
    String name = in.readUTF();
    int textLimit = in.readInt();
    int seconds = in.readInt();
    Path file = Files.createTempFile(scratch, "file", "");
    try {
      boolean whole;
      try (OutputStream spool = Files.newOutputStream(file)) {
        whole = Frames.readChunks(in, spool);
      }
      if (whole) {
        deadline.set(seconds);
        reader.read(file, name, textLimit);
        deadline.clear();
      }
    } finally {
      wipe(scratch);
    }
  }

  /** Parsers leave things behind; nothing of one file may be there when the next is read. */
  private static void wipe(Path scratch) throws IOException {
    try (Stream<Path> left = Files.walk(scratch)) {
      for (Path each : left.sorted(Comparator.reverseOrder()).toList()) {
        if (!each.equals(scratch)) {
          Files.deleteIfExists(each);
        }
      }
    }
  }

  private static AutoDetectParser parser() throws Exception {
    try (InputStream configuration = WorkerMain.class.getResourceAsStream("tika-config.xml")) {
      return new AutoDetectParser(new TikaConfig(configuration));
    }
  }
}
