package org.cordon.gateway.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.cordon.merkle.Hash;
import org.cordon.merkle.InclusionProof;
import org.cordon.merkle.SignedCheckpoint;
import org.cordon.merkle.TreeHash;
import org.cordon.merkle.Unverified;
import org.cordon.merkle.VerifierKey;

/**
 * One entry checked against a checkpoint, step by step (RFC 9162, section 2.1.3; C2SP
 * tlog-checkpoint). Each step rests on nothing but what was handed in.
 *
 * @param steps in the order in which they were taken; none is left out
 */
record Check(List<Step> steps) {

  /**
   * One step.
   *
   * @param failure what is wrong, or empty when nothing is
   */
  record Step(String title, String failure) {

    /** Whether nothing is wrong. */
    public boolean isGood() {
      return failure.isEmpty();
    }
  }

  private interface Work {
    void run() throws Unverified;
  }

  static Check of(Entry entry, SignedState state, Proof proof, String key) {
    List<Step> steps = new ArrayList<>();
    steps.add(
        step(
            "The text of the entry names this entry",
            () ->
                require(
                    entry.canonical().lines().anyMatch(("id=" + entry.id())::equals),
                    "the text is that of another entry")));
    steps.add(
        step(
            "The digest of the entry is that of its text",
            () ->
                require(
                    HexFormat.of().formatHex(digest(entry)).equals(entry.digest()),
                    "the text was changed after it was digested")));
    steps.add(
        step(
            "The checkpoint is signed with the ledger’s key",
            () -> requireSame(SignedCheckpoint.open(state.note(), VerifierKey.parse(key)), state)));
    steps.add(
        step(
            "The proof leads from the entry to the root that was signed",
            () -> {
              require(
                  proof.position() == entry.position() && proof.size() == state.size(),
                  "the proof is for another place or another size");
              List<Hash> path = proof.path().stream().map(Hash::ofBase64).toList();
              new InclusionProof(entry.position() - 1, state.size(), path)
                  .verify(TreeHash.leaf(digest(entry)), Hash.ofBase64(state.root()));
            }));
    return new Check(List.copyOf(steps));
  }

  /** Whether every step went well. */
  public boolean isGood() {
    return steps.stream().allMatch(Step::isGood);
  }

  private static Step step(String title, Work work) {
    try {
      work.run();
      return new Step(title, "");
    } catch (Unverified | IllegalArgumentException e) {
      return new Step(title, String.valueOf(e.getMessage()));
    }
  }

  private static void require(boolean holds, String otherwise) throws Unverified {
    if (!holds) {
      throw new Unverified(otherwise);
    }
  }

  private static void requireSame(SignedCheckpoint signed, SignedState state) throws Unverified {
    require(
        signed.size() == state.size() && signed.root().base64().equals(state.root()),
        "what was signed is another size or root than what is shown");
  }

  private static byte[] digest(Entry entry) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(HexFormat.of().parseHex(entry.salt()));
      return digest.digest(entry.canonical().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
