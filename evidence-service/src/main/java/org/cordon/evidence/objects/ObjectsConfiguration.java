package org.cordon.evidence.objects;

import io.minio.MinioAsyncClient;
import io.minio.MinioClient;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clients of the object store, and the key-encryption key. */
@Configuration(proxyBeanMethods = false)
class ObjectsConfiguration {

  @Bean
  KeyEncryptionKey keyEncryptionKey(EncryptionProperties properties) {
    return KeyFile.at(properties.keyFile());
  }

  @Bean
  OkHttpClient objectStoreHttp() {
    return new OkHttpClient.Builder()
        .connectTimeout(Duration.ofSeconds(5))
        .readTimeout(Duration.ofSeconds(60))
        .writeTimeout(Duration.ofSeconds(60))
        .build();
  }

  @Bean
  MinioClient minio(ObjectsProperties properties, OkHttpClient http) {
    return MinioClient.builder()
        .endpoint(properties.endpoint())
        .region(properties.region())
        .credentials(properties.accessKey(), properties.secretKey())
        .httpClient(http, false)
        .build();
  }

  /** For what only the asynchronous client offers: uploads in parts that were left behind. */
  @Bean
  MinioAsyncClient minioParts(ObjectsProperties properties, OkHttpClient http) {
    return MinioAsyncClient.builder()
        .endpoint(properties.endpoint())
        .region(properties.region())
        .credentials(properties.accessKey(), properties.secretKey())
        .httpClient(http, false)
        .build();
  }
}
