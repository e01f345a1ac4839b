/**
 * The whole system from outside: journeys in a browser, hostile input, confidentiality, faults,
 * real files and the launcher.
 *
 * <p>The tests start reading at {@code installation.Cordon}: one installation for each run, started
 * by {@code ./cordon up --demo} and shared by all of them.
 */
@NullMarked
package org.cordon.acceptance;

import org.jspecify.annotations.NullMarked;
