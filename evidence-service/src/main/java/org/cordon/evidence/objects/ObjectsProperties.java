package org.cordon.evidence.objects;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The object store.
 *
 * @param endpoint an address that speaks S3, for example {@code https://s3.example}
 * @param bucket made at the first write when it is not there
 */
@ConfigurationProperties("cordon.objects")
public record ObjectsProperties(
    String endpoint, String accessKey, String secretKey, String bucket, String region) {

  /** Without the secrets, for logs. */
  @Override
  public String toString() {
    return "ObjectsProperties[endpoint=%s, bucket=%s]".formatted(endpoint, bucket);
  }
}
