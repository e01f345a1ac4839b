package org.cordon.access.ledger;

import java.util.Optional;

/**
 * The digest that goes into the tree.
 *
 * @param position from 1
 * @param digest in hexadecimal; empty when the entry is gone
 */
public record StoredDigest(long position, Optional<String> digest) {}
