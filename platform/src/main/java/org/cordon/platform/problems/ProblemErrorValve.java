package org.cordon.platform.problems;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * What Tomcat itself refuses (a malformed address, say) is answered as a problem, without its
 * banner.
 */
public final class ProblemErrorValve extends ErrorReportValve {

  @Override
  protected void report(Request request, Response response, @Nullable Throwable throwable) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    try {
      Problems.write(response, Problems.ofStatus(status));
      response.finishResponse();
    } catch (IOException | IllegalStateException gone) {
      container.getLogger().debug("the caller left before the error was told", gone);
    }
  }
}
