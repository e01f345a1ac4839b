/**
 * The labels of a version as access-service tells them to those who look after them. Start with
 * {@link org.cordon.gateway.labels.Labels}; the pages that change them are in {@code labelling}.
 *
 * <p>Invariant: labels that are not open are as if there were none; nobody can tell.
 */
@NullMarked
package org.cordon.gateway.labels;

import org.jspecify.annotations.NullMarked;
