package org.cordon.merkle;

/**
 * A checkpoint whose signature was made here or has been verified: there is no other way to one.
 */
public final class SignedCheckpoint {
  private final Checkpoint checkpoint;
  private final String note;

  SignedCheckpoint(Checkpoint checkpoint, String note) {
    this.checkpoint = checkpoint;
    this.note = note;
  }

  /**
   * Verifies a note and reads the checkpoint in it.
   *
   * @param note at most 16,384 characters, at most 32 signatures
   * @throws Unverified when the note is malformed, the key has not signed it, the signature is
   *     false or the checkpoint is another ledger's than the key's
   */
  public static SignedCheckpoint open(String note, VerifierKey key) throws Unverified {
    SignedNote signed = SignedNote.parse(note);
    signed.verify(key);
    Checkpoint checkpoint = Checkpoint.parse(signed.body());
    if (!checkpoint.origin().equals(key.name())) {
      throw new Unverified("the checkpoint is of the ledger %s".formatted(checkpoint.origin()));
    }
    return new SignedCheckpoint(checkpoint, note);
  }

  /** The ledger it is of. */
  public String origin() {
    return checkpoint.origin();
  }

  /** How many entries it covers. */
  public long size() {
    return checkpoint.size();
  }

  /** The root of the tree over them. */
  public Hash root() {
    return checkpoint.root();
  }

  /** The whole signed text, to hand on. */
  public String note() {
    return note;
  }
}
