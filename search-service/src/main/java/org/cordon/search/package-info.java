/**
 * Finding it: the index and the query. The index is disposable; it is made from the feeds of
 * evidence-service and access-service and can be made again at any time. Invariant: what a person
 * may not see changes no byte of what they are answered (rule 2).
 *
 * <p>Start with {@link org.cordon.search.searching.Searches} for the way out and {@link
 * org.cordon.search.following.Follower} for the way in.
 */
@NullMarked
package org.cordon.search;

import org.jspecify.annotations.NullMarked;
