package org.cordon.gateway.ledger;

import java.util.List;

/**
 * That an entry is in the ledger, as access-service says.
 *
 * @param position of the entry, from 1
 * @param size of the ledger that the path leads to
 * @param path in base64, from beside the leaf to beside the root
 */
record Proof(long position, long size, List<String> path) {}
