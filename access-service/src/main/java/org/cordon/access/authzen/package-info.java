/**
 * The OpenID AuthZEN Authorization API 1.0: evaluations, searches and the metadata document. Start
 * with {@link org.cordon.access.authzen.EvaluationController}, then {@code DecisionPoint}, the one
 * interface between the standard and whatever decides; {@code HeldDecisionPoint} is Cordon's.
 *
 * <p>Invariants: facts are held here, and what a caller sends as properties or context is never
 * decided upon; every evaluation is recorded before it is answered (rule 29), and so is every
 * result of a resource search, which tells that something exists; only those evaluations are
 * recorded that are answered. Depends on {@code decisions} and {@code policies}.
 */
@NullMarked
package org.cordon.access.authzen;

import org.jspecify.annotations.NullMarked;
