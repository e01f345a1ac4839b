/**
 * What we hold: documents and what is written from them, their bytes, their text and their custody.
 *
 * <p>Start with {@link org.cordon.evidence.documents.UploadDocument} for how something comes in,
 * {@link org.cordon.evidence.content.ContentController} for how it goes out.
 *
 * <p>{@link org.cordon.evidence.drafts.Drafts} is how something is written here.
 *
 * <p>Invariant: nothing leaves that access-service did not permit just before, and nothing is
 * acknowledged that could still be lost.
 */
@NullMarked
package org.cordon.evidence;

import org.jspecify.annotations.NullMarked;
