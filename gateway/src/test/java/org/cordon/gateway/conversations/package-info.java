/** Tests of the pages for conversations. */
@NullMarked
package org.cordon.gateway.conversations;

import org.jspecify.annotations.NullMarked;
