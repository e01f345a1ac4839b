package org.cordon.evidence;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Takes what some loggers say as long as it is open, so that a test sees an alert and the build
 * does not.
 */
public final class Alerts implements AutoCloseable {
  private final ListAppender<ILoggingEvent> heard = new ListAppender<>();
  private final List<Logger> loggers = new ArrayList<>();

  private Alerts() {
    heard.start();
  }

  /** Listens to the loggers of these names. */
  public static Alerts of(String... names) {
    Alerts alerts = new Alerts();
    for (String name : names) {
      Logger logger = (Logger) LoggerFactory.getLogger(name);
      logger.setAdditive(false);
      logger.addAppender(alerts.heard);
      logger.setLevel(Level.WARN);
      alerts.loggers.add(logger);
    }
    return alerts;
  }

  /** What was said, in its order. */
  public List<String> messages() {
    return heard.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @Override
  public void close() {
    for (Logger logger : loggers) {
      logger.detachAppender(heard);
      logger.setAdditive(true);
      logger.setLevel(null);
    }
  }
}
