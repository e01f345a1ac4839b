package org.cordon.gateway.documents;

import org.cordon.platform.ids.ItemId;

/** What evidence-service made of a file. */
record Added(ItemId item, int number, String title) {}
