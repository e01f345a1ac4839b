@NullMarked
package org.cordon.access.disclosures;

import org.jspecify.annotations.NullMarked;
