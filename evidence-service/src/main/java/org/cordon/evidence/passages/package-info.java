/**
 * The format of what is written in Cordon: passages. Start with {@link
 * org.cordon.evidence.passages.WantedPassage} (what a writer sends), {@link
 * org.cordon.evidence.passages.PassageContent} (what is kept of it), {@link
 * org.cordon.evidence.passages.Markup} (how its text is shown) and {@link
 * org.cordon.evidence.passages.WrittenContent} (the bytes of a version); {@code docs/passages.md}
 * describes all of it.
 *
 * <p>Invariant: no HTML that anybody typed ever leaves as HTML, and everything that is kept is
 * within its limit. This package stores nothing and asks nobody. Allowed dependencies: platform.
 */
@NullMarked
package org.cordon.evidence.passages;

import org.jspecify.annotations.NullMarked;
