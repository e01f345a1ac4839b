package org.cordon.evidence.items;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.Decision;
import org.cordon.platform.problems.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Hands content over and, once its last byte has left, tells the ledger (rule 29). */
@Component
public class Delivery {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  private final AccessClient access;
  private final JsonMapper json;

  /** Writes the whole answer. */
  @FunctionalInterface
  public interface Answer {
    /** Writes; throws when it could not be written to its end. */
    void write(OutputStream out) throws IOException;
  }

  Delivery(AccessClient access, JsonMapper json) {
    this.access = access;
    this.json = json;
  }

  /** Hands over a body as JSON. */
  public void json(Decision decision, Object body, HttpServletResponse response)
      throws IOException {
    json(List.of(decision), body, response);
  }

  /** The same for a body that several decisions permitted. */
  public void json(List<Decision> decisions, Object body, HttpServletResponse response)
      throws IOException {
    byte[] written = json.writeValueAsBytes(body);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    deliver(decisions, response.getOutputStream(), out -> out.write(written));
  }

  /** Writes the answer and confirms it; an answer that was cut off stays unconfirmed. */
  public void deliver(Decision decision, OutputStream out, Answer answer) throws IOException {
    deliver(List.of(decision), out, answer);
  }

  /** The same for an answer that several decisions permitted. */
  public void deliver(List<Decision> decisions, OutputStream out, Answer answer)
      throws IOException {
    answer.write(out);
    out.flush();
    decisions.forEach(this::confirm);
  }

  private void confirm(Decision decision) {
    try {
      access.confirmDelivery(decision.entry());
    } catch (Problem unavailable) {
      LOG.warn("a delivery could not be confirmed; ledger entry {}", decision.entry());
    }
  }
}
