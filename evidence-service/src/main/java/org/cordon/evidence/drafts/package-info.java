/**
 * Writing: every written item has at most one open draft of passages, and immutable versions frozen
 * from drafts. Start with {@link org.cordon.evidence.drafts.Drafts} (opening and editing one),
 * {@link org.cordon.evidence.drafts.Freezing} (making a version of it) and {@link
 * org.cordon.evidence.drafts.WrittenVersions} (reading one). Working papers, conversation records
 * and whatever else is written stand on this.
 *
 * <p>A draft bears the id of the version it becomes and is registered under it with access-service.
 * What a passage cites, what its writer says it holds and what its text is found to come from is
 * named to access-service before the passage is saved (fail closed), and nothing takes it away.
 *
 * <p>Invariant: a save that was acknowledged is never lost, whoever else writes; a frozen draft
 * never changes. Allowed dependencies: passages, items, objects, custody, platform.
 */
@NullMarked
package org.cordon.evidence.drafts;

import org.jspecify.annotations.NullMarked;
