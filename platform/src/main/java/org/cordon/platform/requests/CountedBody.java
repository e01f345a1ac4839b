package org.cordon.platform.requests;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.cordon.platform.problems.BodyFailure;
import org.jspecify.annotations.Nullable;

/** Counts a body as it is read, and tells failures of the sender from those of a service behind. */
public final class CountedBody extends HttpServletRequestWrapper {
  private final long allowed;
  private @Nullable ServletInputStream counted;

  /**
   * @param allowed bytes; reading one more throws {@link BodyFailure.TooLarge}
   */
  public CountedBody(HttpServletRequest request, long allowed) {
    super(request);
    this.allowed = allowed;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (counted == null) {
      counted = new Counting(super.getInputStream());
    }
    return counted;
  }

  @Override
  public BufferedReader getReader() throws IOException {
    var named = getCharacterEncoding();
    return new BufferedReader(
        new InputStreamReader(
            getInputStream(), named == null ? StandardCharsets.UTF_8.name() : named));
  }

  private final class Counting extends ServletInputStream {
    private final ServletInputStream body;
    private long read;

    private Counting(ServletInputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      try {
        int one = body.read();
        if (one >= 0) {
          count(1);
        }
        return one;
      } catch (BodyFailure e) {
        throw e;
      } catch (IOException e) {
        throw new BodyFailure.CutOff(e);
      }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        int some = body.read(buffer, offset, length);
        if (some > 0) {
          count(some);
        }
        return some;
      } catch (BodyFailure e) {
        throw e;
      } catch (IOException e) {
        throw new BodyFailure.CutOff(e);
      }
    }

    private void count(int some) throws BodyFailure {
      read += some;
      if (read > allowed) {
        throw new BodyFailure.TooLarge(allowed);
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
