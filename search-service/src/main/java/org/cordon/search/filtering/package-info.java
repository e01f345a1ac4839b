/**
 * The person's filter as an Elasticsearch query. A test on a real server shows, for generated
 * filters and versions, that the query lets through exactly what {@link
 * org.cordon.platform.access.Filter#matches} does. Start with {@link
 * org.cordon.search.filtering.FilterQuery}.
 */
@NullMarked
package org.cordon.search.filtering;

import org.jspecify.annotations.NullMarked;
