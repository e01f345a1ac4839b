/** Who sees what: the matrix of roles, and that absent and forbidden answer alike (rule 2). */
@NullMarked
package org.cordon.acceptance.confidentiality;

import org.jspecify.annotations.NullMarked;
