/**
 * Making the index again from zero while the old one serves, and choosing at every start what is to
 * be done. All state is in Elasticsearch: a process that stops in the middle of a rebuild is
 * followed by one that goes on with it. Start with {@link org.cordon.search.rebuilding.Rebuilds}.
 */
@NullMarked
package org.cordon.search.rebuilding;

import org.jspecify.annotations.NullMarked;
