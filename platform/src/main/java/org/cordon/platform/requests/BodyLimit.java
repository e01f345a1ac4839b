package org.cordon.platform.requests;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cordon.platform.problems.Problems;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies over a limit with 413; one that does not say how long it is is not read to its
 * end. Comes before everything else but what puts a name on the answer, so that nobody needs to be
 * known for it.
 */
public final class BodyLimit extends OncePerRequestFilter implements Ordered {
  /** No request to a service needs more, save those that carry a file. */
  public static final DataSize ORDINARY = DataSize.ofKilobytes(256);

  private final boolean filesToo;

  private BodyLimit(boolean filesToo) {
    this.filesToo = filesToo;
  }

  /** Limits every body to {@link #ORDINARY}. */
  public static BodyLimit onEverything() {
    return new BodyLimit(true);
  }

  /** The same, but leaves multipart bodies to whoever reads them part by part. */
  public static BodyLimit exceptMultipart() {
    return new BodyLimit(false);
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 1;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!filesToo && isMultipart(request)) {
      chain.doFilter(request, response);
    } else if (request.getContentLengthLong() > ORDINARY.toBytes()) {
      Problems.write(response, Problems.ofStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE));
    } else {
      chain.doFilter(new CountedBody(request, ORDINARY.toBytes()), response);
    }
  }

  private static boolean isMultipart(HttpServletRequest request) {
    return StringUtils.startsWithIgnoreCase(
        request.getContentType(), MediaType.MULTIPART_FORM_DATA_VALUE);
  }
}
