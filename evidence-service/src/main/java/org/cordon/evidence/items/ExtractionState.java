package org.cordon.evidence.items;

import java.util.Optional;

/** How far the reading of a version's text has come. A new state must not compile unhandled. */
public sealed interface ExtractionState {
  /** Waiting its turn. */
  record Waiting() implements ExtractionState {}

  /** Being read. */
  record Extracting() implements ExtractionState {}

  /** Text and metadata are there. */
  record Ready(String mediaType) implements ExtractionState {}

  /** There is no text, and this is why; the content itself is kept and can be had. */
  record Failed(FailureReason reason, Optional<String> mediaType) implements ExtractionState {}

  /** The state's name, as it is shown and stored. */
  default String code() {
    return switch (this) {
      case Waiting _ -> "RECEIVED";
      case Extracting _ -> "EXTRACTING";
      case Ready _ -> "READY";
      case Failed _ -> "FAILED";
    };
  }

  /** What the bytes are by their content, where that is known. */
  default Optional<String> knownMediaType() {
    return switch (this) {
      case Waiting _, Extracting _ -> Optional.empty();
      case Ready(String mediaType) -> Optional.of(mediaType);
      case Failed(_, Optional<String> mediaType) -> mediaType;
    };
  }

  /** Why there is no text, in a sentence. */
  default Optional<String> failure() {
    return switch (this) {
      case Waiting _, Extracting _, Ready _ -> Optional.empty();
      case Failed(FailureReason reason, _) -> Optional.of(reason.sentence());
    };
  }

  /** Whether nothing more will happen by itself. */
  default boolean isFinal() {
    return switch (this) {
      case Waiting _, Extracting _ -> false;
      case Ready _, Failed _ -> true;
    };
  }
}
