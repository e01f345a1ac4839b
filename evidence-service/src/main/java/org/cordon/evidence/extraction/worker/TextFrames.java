package org.cordon.evidence.extraction.worker;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Turns parser events into text frames, as they come, and stops the parser at the limit. */
final class TextFrames extends DefaultHandler {
  private final DataOutputStream out;
  private final StringBuilder pending = new StringBuilder();
  private int left;
  private boolean any;
  private boolean full;

  TextFrames(DataOutputStream out, int limit) {
    this.out = out;
    this.left = limit;
  }

  /** Thrown through the parser when enough text has been taken. */
  static final class Enough extends SAXException {
    private static final long serialVersionUID = 1L;
  }

  /** Whether text was left behind because the limit was reached. */
  boolean isFull() {
    return full;
  }

  /** Whether there was anything but white space. */
  boolean hasText() {
    return any;
  }

  @Override
  public void characters(char[] chars, int start, int length) throws SAXException {
    int take = Math.min(length, left);
    for (int i = start; i < start + take; i++) {
      char c = chars[i];
      if (c >= ' ' || c == '\n' || c == '\t') {
        any |= c > ' ';
        pending.append(c);
      } else if (c == '\r' || c == '\f' || c == '\u000b') {
        pending.append('\n');
      }
    }
    left -= take;
    if (pending.length() >= Frames.CHUNK / 4) {
      send(false);
    }
    if (take < length) {
      full = true;
      throw new Enough();
    }
  }

  @Override
  public void ignorableWhitespace(char[] chars, int start, int length) throws SAXException {
    characters(chars, start, length);
  }

  /** Sends what is still pending; call once at the end. */
  void finish() throws SAXException {
    send(true);
  }

  private void send(boolean last) throws SAXException {
    int end = pending.length();
    if (!last && end > 0 && Character.isHighSurrogate(pending.charAt(end - 1))) {
      end--;
    }
    try {
      for (int from = 0; from < end; ) {
        int to = Math.min(end, from + Frames.CHUNK / 4);
        if (to < end && Character.isHighSurrogate(pending.charAt(to - 1))) {
          to--;
        }
        byte[] utf8 = pending.substring(from, to).getBytes(StandardCharsets.UTF_8);
        out.writeByte(Frames.TEXT);
        out.writeInt(utf8.length);
        out.write(utf8);
        from = to;
      }
    } catch (IOException e) {
      throw new SAXException(e);
    }
    pending.delete(0, end);
  }
}
