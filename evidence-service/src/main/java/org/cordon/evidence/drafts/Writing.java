package org.cordon.evidence.drafts;

import org.cordon.evidence.passages.Sections;
import org.cordon.platform.access.CaseAction;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;

/**
 * Who writes in which item, what that takes in the case besides reading the draft, and the sections
 * that its passages may name.
 */
public record Writing(PersonId person, ItemId item, CaseAction action, Sections sections) {}
