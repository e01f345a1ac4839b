/**
 * Who may approve: the declarations of no direct involvement and the list of investigators (rule
 * 14). Start with {@link org.cordon.gateway.declarations.Declarations}.
 *
 * <p>Invariant: what is sent as a declaration is the statement that was shown, word for word.
 */
@NullMarked
package org.cordon.gateway.declarations;

import org.jspecify.annotations.NullMarked;
