package org.cordon.evidence.documents;

import jakarta.servlet.http.HttpServletRequest;
import org.cordon.platform.idempotency.IdempotencyKey;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Uploads: {@code multipart/form-data} with a part {@code file}, then a part {@code metadata} in
 * JSON.
 */
@RestController
class DocumentController {
  private final Documents documents;
  private final MetadataReader metadataReader;
  private final EvidenceProperties properties;

  DocumentController(
      Documents documents, MetadataReader metadataReader, EvidenceProperties properties) {
    this.documents = documents;
    this.metadataReader = metadataReader;
    this.properties = properties;
  }

  @PostMapping(
      value = "/api/evidence/cases/{case}/documents",
      consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<DocumentReceipt> document(
      Caller caller,
      @PathVariable("case") CaseId caseId,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      HttpServletRequest request) {
    return upload(caller, new UploadDocument.Target.NewItem(caseId), key, request);
  }

  @PostMapping(
      value = "/api/evidence/items/{item}/versions",
      consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<DocumentReceipt> version(
      Caller caller,
      @PathVariable ItemId item,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      HttpServletRequest request) {
    return upload(caller, new UploadDocument.Target.NextVersion(item), key, request);
  }

  private ResponseEntity<DocumentReceipt> upload(
      Caller caller,
      UploadDocument.Target target,
      @Nullable String key,
      HttpServletRequest request) {
    return documents.upload(
        new UploadDocument(
            caller.person(),
            target,
            IdempotencyKey.of(key),
            new UploadParts(request, metadataReader, properties.maxFileSize())));
  }
}
