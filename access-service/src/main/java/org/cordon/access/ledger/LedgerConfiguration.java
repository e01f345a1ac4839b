package org.cordon.access.ledger;

import org.cordon.platform.feed.Feed;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The sequencer that gives the ledger's entries their positions. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

  @Bean
  Feed ledgerFeed(JdbcClient jdbc, PlatformTransactionManager transactions) {
    return new Feed("ledger", jdbc, new TransactionTemplate(transactions));
  }
}
