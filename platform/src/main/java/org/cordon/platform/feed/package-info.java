/**
 * A feed whose positions are given after commit by one sequencer, so that a reader who remembers a
 * position never misses a late committer.
 *
 * <p>Start with {@link org.cordon.platform.feed.Feed}, which says what tables a feed needs.
 */
@NullMarked
package org.cordon.platform.feed;

import org.jspecify.annotations.NullMarked;
