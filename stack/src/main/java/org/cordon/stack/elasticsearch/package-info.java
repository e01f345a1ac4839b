/**
 * The Elasticsearch plugin {@code english}: what runs inside the Elasticsearch server.
 *
 * <p>Start reading at {@link org.cordon.stack.elasticsearch.EnglishAnalyzerFactory}. Nothing here
 * may use another class of Cordon, for none is there when the server loads it; each component bears
 * the name and behaves as its namesake in a full distribution.
 */
@NullMarked
package org.cordon.stack.elasticsearch;

import org.jspecify.annotations.NullMarked;
