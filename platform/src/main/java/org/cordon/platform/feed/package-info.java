/**
 * A feed whose positions are given after commit by one sequencer, so that a reader who remembers a
 * position never misses a late committer.
 *
 * <p>Each feed is a table with at least {@code id uuid primary key, position bigint unique} where
 * {@code position} stays null until the sequencer has given it.
 */
@NullMarked
package org.cordon.platform.feed;

import org.jspecify.annotations.NullMarked;
