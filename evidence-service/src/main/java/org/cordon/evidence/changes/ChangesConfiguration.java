package org.cordon.evidence.changes;

import org.cordon.platform.feed.Feed;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The sequencer of the feed, running as long as the service does. */
@Configuration(proxyBeanMethods = false)
class ChangesConfiguration {

  @Bean
  Feed changesFeed(JdbcClient jdbc, PlatformTransactionManager transactions) {
    return new Feed("changes", jdbc, new TransactionTemplate(transactions));
  }
}
