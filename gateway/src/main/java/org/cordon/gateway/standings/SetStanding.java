package org.cordon.gateway.standings;

import java.util.List;

/** Where a person is to stand from now on, and why. */
public record SetStanding(Standing standing, List<String> matters, String reason) {}
