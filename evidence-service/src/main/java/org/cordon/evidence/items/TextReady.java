package org.cordon.evidence.items;

import org.cordon.platform.ids.VersionId;

/** A version's text is there; told within the transaction that put it there. */
public record TextReady(VersionId version) {}
