/**
 * The original bytes on their way out. Start with {@link
 * org.cordon.evidence.content.ContentController}.
 *
 * <p>Invariant: a decision comes before the first byte, verification before each byte, and a file
 * that fails it is never delivered whole. Allowed dependencies: items, objects, platform.
 */
@NullMarked
package org.cordon.evidence.content;

import org.jspecify.annotations.NullMarked;
