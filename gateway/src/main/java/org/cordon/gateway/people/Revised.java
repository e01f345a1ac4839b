package org.cordon.gateway.people;

/** A person's place in a case, and the entity tag under which it was read (RFC 9110, 8.8.3). */
record Revised(PersonInCase place, String revision) {}
