package org.cordon.gateway.ledger;

import java.time.Instant;

/**
 * What was signed of the ledger.
 *
 * @param ledger its name
 * @param size how many entries it covers
 * @param root of the tree over them, in base64
 * @param note the signed text
 */
record SignedState(String ledger, long size, String root, Instant signedAt, String note) {}
