/**
 * Changing who may see a version: naming an account, marking, walling, clearing, consent; and
 * circulating it. Start with {@link org.cordon.gateway.labelling.LabelsPage}.
 *
 * <p>Invariant: before anything is sent on, the page says who cannot get it and why (rule 18).
 */
@NullMarked
package org.cordon.gateway.labelling;

import org.jspecify.annotations.NullMarked;
