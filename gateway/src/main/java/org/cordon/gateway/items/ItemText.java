package org.cordon.gateway.items;

/** The text that was read from a version; truncated where the file held more than is kept. */
record ItemText(String text, boolean truncated, String from) {}
