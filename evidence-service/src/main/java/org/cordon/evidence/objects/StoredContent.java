package org.cordon.evidence.objects;

/**
 * What was stored: the facts that the content must still agree with when it is read.
 *
 * @param sha256 of the plaintext, in lower-case hexadecimal
 * @param size of the plaintext in bytes
 */
public record StoredContent(String sha256, long size) {}
