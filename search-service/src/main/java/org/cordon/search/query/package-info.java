/**
 * The language of the search box: a small grammar of our own, read into {@link
 * org.cordon.search.query.Words} and from there made into a query. Nothing that a person types is
 * ever given to Elasticsearch as anything but text. Start with {@link
 * org.cordon.search.query.WordsParser}.
 *
 * <p>Invariant: no construct whose matches depend on which other terms an index holds. A query that
 * expands to "the first fifty terms that begin so" would be changed by documents that the person
 * may not see.
 */
@NullMarked
package org.cordon.search.query;

import org.jspecify.annotations.NullMarked;
