package org.cordon.evidence.extraction.worker;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * What goes over the worker's standard input and output.
 *
 * <p>To the worker, for each file: {@link #FILE}, the name (modified UTF-8), the most characters of
 * text wanted (int), the seconds it may take (int), then the bytes in chunks, each led by its
 * length (int, 1 to {@link #CHUNK}); a length of {@link #END} ends the file, {@link #ABANDONED}
 * withdraws it. From the worker: {@link #HELLO} once, then for each file that was not withdrawn any
 * number of {@link #TEXT} frames (length, UTF-8) and one {@link #RESULT}.
 */
public final class Frames {
  public static final int FILE = 0x46;
  public static final int HELLO = 0x48;
  public static final int TEXT = 0x54;
  public static final int RESULT = 0x52;

  /** The most bytes in one chunk, either way. */
  public static final int CHUNK = 64 * 1024;

  public static final int END = 0;
  public static final int ABANDONED = -1;

  /** The most pairs of metadata, and the most characters of a name and of a value. */
  public static final int METADATA_PAIRS = 300;

  public static final int METADATA_NAME = 200;
  public static final int METADATA_VALUE = 1_000;

  /** The exit status of a JVM that was told to end when its memory runs out. */
  public static final int OUT_OF_MEMORY_STATUS = 3;

  private Frames() {}

  /**
   * Reads chunks until the end mark.
   *
   * @return false when the sender withdrew the file
   * @throws IOException when a length is out of bounds or the stream ends early
   */
  public static boolean readChunks(DataInputStream from, OutputStream to) throws IOException {
    byte[] chunk = new byte[CHUNK];
    while (true) {
      int length = from.readInt();
      if (length == END) {
        return true;
      }
      if (length == ABANDONED) {
        return false;
      }
      if (length < 0 || length > CHUNK) {
        throw new IOException("chunk out of bounds");
      }
      from.readFully(chunk, 0, length);
      to.write(chunk, 0, length);
    }
  }
}
