package org.cordon.gateway.pages;

import org.jspecify.annotations.Nullable;

/**
 * One of the things that a form lets people choose from.
 *
 * @param hint what choosing it means, or null
 */
public record Choice(String value, String title, @Nullable String hint) {

  /** A choice that its title explains. */
  public static Choice of(Object value, String title) {
    return new Choice(value.toString(), title, null);
  }
}
