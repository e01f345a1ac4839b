package org.cordon.search.index;

import java.util.Locale;
import org.cordon.platform.access.VersionLabels;

/** Which of a case's two indices a version lies in. */
enum Layer {
  /** What every searching role of the case may read; only here may scores be used. */
  COMMON,
  REST;

  static Layer of(VersionLabels labels) {
    return labels.isCommon() ? COMMON : REST;
  }

  Layer other() {
    return this == COMMON ? REST : COMMON;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
