/**
 * Which protection is in force, told truthfully: asked of the bucket and seen by a worker, not
 * taken from settings. Start with {@link org.cordon.evidence.storage.StorageController}. Allowed
 * dependencies: objects, extraction, platform.
 */
@NullMarked
package org.cordon.evidence.storage;

import org.jspecify.annotations.NullMarked;
