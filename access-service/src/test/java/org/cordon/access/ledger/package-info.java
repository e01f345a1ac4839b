@NullMarked
package org.cordon.access.ledger;

import org.jspecify.annotations.NullMarked;
