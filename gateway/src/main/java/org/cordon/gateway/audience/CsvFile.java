package org.cordon.gateway.audience;

import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A table that a browser saves as a file. */
final class CsvFile {
  private static final MediaType TYPE = MediaType.parseMediaType("text/csv;charset=UTF-8");

  private CsvFile() {}

  static ResponseEntity<byte[]> of(String name, byte[] content) {
    return ResponseEntity.ok()
        .contentType(TYPE)
        .headers(headers ->
            headers.setContentDisposition(
                ContentDisposition.attachment().filename(name + ".csv").build()))
        .body(content);
  }
}
