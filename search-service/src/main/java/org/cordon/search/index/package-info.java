/**
 * How versions lie in Elasticsearch, and how they get there.
 *
 * <p>Each case has two indices: one for the common versions, which every searching role of the case
 * may read, and one for the rest. Term statistics are an index's own, so nothing of another case,
 * and nothing of the rest, reaches a score. A whole set of indices is a {@link
 * org.cordon.search.index.Generation}; one generation serves, by aliases that move together in one
 * atomic request. Start with {@link org.cordon.search.index.Generations} and {@link
 * org.cordon.search.index.IndexWriter}.
 *
 * <p>Invariant: positions are written after what they promise is durable and refreshed; every write
 * carries the time of its reading as external version, so that a late one never wins.
 */
@NullMarked
package org.cordon.search.index;

import org.jspecify.annotations.NullMarked;
