/** Tests of documents coming in. */
@NullMarked
package org.cordon.evidence.documents;

import org.jspecify.annotations.NullMarked;
