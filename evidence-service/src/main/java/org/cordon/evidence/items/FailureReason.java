package org.cordon.evidence.items;

/** Why no text could be taken from a file, in a sentence that a person understands. */
public enum FailureReason {
  ENCRYPTED("The file is protected by a password, so its text cannot be read."),
  DAMAGED("The file is damaged or incomplete, so its text cannot be read."),
  BOMB("The file unpacks to far more than its size allows, so it was not opened further."),
  TOO_SLOW("Reading the file took too long and was stopped."),
  TOO_MUCH_MEMORY("Reading the file took too much memory and was stopped, twice."),
  TOO_LARGE("The file is too large for its text to be read."),
  CRASHED("The program that reads files stopped at this file, twice."),
  UNSUPPORTED("Text cannot be taken from files of this type."),
  ALTERED("The stored file is not what was received. Tell the person who runs Cordon.");

  private final String sentence;

  FailureReason(String sentence) {
    this.sentence = sentence;
  }

  /** The reason in plain English. */
  public String sentence() {
    return sentence;
  }
}
