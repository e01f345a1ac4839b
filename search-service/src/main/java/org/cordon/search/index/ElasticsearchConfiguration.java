package org.cordon.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import org.apache.http.HttpHost;
import org.apache.http.auth.AuthScope;
import org.apache.http.auth.UsernamePasswordCredentials;
import org.apache.http.impl.client.BasicCredentialsProvider;
import org.elasticsearch.client.RestClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The connection to Elasticsearch. */
@Configuration(proxyBeanMethods = false)
class ElasticsearchConfiguration {
  private static final int CONNECT_MILLIS = 2_000;
  private static final int ANSWER_MILLIS = 30_000;
  private static final int CONNECTIONS = 64;

  @Bean(destroyMethod = "close")
  ElasticsearchClient elasticsearchClient(ElasticsearchProperties properties) {
    return connect(properties);
  }

  static ElasticsearchClient connect(ElasticsearchProperties properties) {
    BasicCredentialsProvider credentials = new BasicCredentialsProvider();
    credentials.setCredentials(
        AuthScope.ANY,
        new UsernamePasswordCredentials(properties.username(), properties.password()));
    RestClient http =
        RestClient.builder(HttpHost.create(properties.url().toString()))
            .setRequestConfigCallback(
                config -> config.setConnectTimeout(CONNECT_MILLIS).setSocketTimeout(ANSWER_MILLIS))
            .setHttpClientConfigCallback(client ->
                client
                    .setDefaultCredentialsProvider(credentials)
                    .setMaxConnPerRoute(CONNECTIONS)
                    .setMaxConnTotal(CONNECTIONS))
            .build();
    JsonMapper json =
        JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    return new ElasticsearchClient(new RestClientTransport(http, new Jackson3JsonpMapper(json)));
  }
}
