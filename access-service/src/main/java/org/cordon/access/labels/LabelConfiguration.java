package org.cordon.access.labels;

import org.cordon.platform.feed.Feed;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The sequencer of the label feed. */
@Configuration(proxyBeanMethods = false)
class LabelConfiguration {

  @Bean
  Feed labelsFeed(JdbcClient jdbc, PlatformTransactionManager transactions) {
    return new Feed("labels", jdbc, new TransactionTemplate(transactions));
  }
}
