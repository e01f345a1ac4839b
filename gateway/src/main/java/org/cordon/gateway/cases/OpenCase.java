package org.cordon.gateway.cases;

/** A case to be opened. */
record OpenCase(String reference, String title, String reviewType) {}
