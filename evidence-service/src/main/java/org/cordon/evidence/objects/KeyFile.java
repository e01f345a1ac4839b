package org.cordon.evidence.objects;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.Bytes;
import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cordon.platform.problems.IntegrityFailure;

/**
 * Key-encryption keys in a file: one key a line, 32 bytes in Base64 (as {@code openssl rand -base64
 * 32} prints them); lines that are blank or begin with {@code #} count for nothing. The first key
 * wraps; the others are kept so that what they wrapped can still be opened.
 *
 * <p>The file must exist, and only its owner and group may read it: a key made up on the spot would
 * open nothing that was stored before, and one that everybody reads protects nothing.
 */
final class KeyFile implements KeyEncryptionKey {
  private static final int KEY_BYTES = 32;
  private static final int MOST_KEYS = 100;
  private static final Set<PosixFilePermission> TOO_OPEN =
      Set.of(
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);

  private final Map<String, Aead> keys;
  private final String current;

  private KeyFile(Map<String, Aead> keys) {
    this.keys = keys;
    this.current = keys.keySet().iterator().next();
  }

  /**
   * Reads the file.
   *
   * @throws UnusableKeyFile when it is missing, open to others, or not of the right form
   */
  static KeyFile at(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new UnusableKeyFile(file, "is missing or is not a file");
      }
      if (isTooOpen(file)) {
        throw new UnusableKeyFile(
            file, "can be read or written by others; allow its owner alone (chmod 600)");
      }
      return parse(file, Files.readAllLines(file));
    } catch (IOException e) {
      throw new UnusableKeyFile(file, "cannot be read: " + e.getClass().getSimpleName());
    }
  }

  private static boolean isTooOpen(Path file) throws IOException {
    if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
      return false;
    }
    return Files.getPosixFilePermissions(file).stream().anyMatch(TOO_OPEN::contains);
  }

  private static KeyFile parse(Path file, List<String> lines) {
    Map<String, Aead> keys = new LinkedHashMap<>();
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      byte[] key = decode(file, line.strip());
      keys.put(nameOf(key), aead(key));
    }
    if (keys.isEmpty() || keys.size() > MOST_KEYS) {
      throw new UnusableKeyFile(file, "must hold 1 to " + MOST_KEYS + " keys");
    }
    return new KeyFile(keys);
  }

  private static byte[] decode(Path file, String line) {
    try {
      byte[] key = Base64.getDecoder().decode(line);
      if (key.length == KEY_BYTES) {
        return key;
      }
    } catch (IllegalArgumentException _) {
      // said below, without the line
    }
    throw new UnusableKeyFile(file, "must hold keys of 32 bytes in Base64, one a line");
  }

  /** A name that tells keys apart and tells nothing of them. */
  private static String nameOf(byte[] key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update("cordon key-encryption key".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(key), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @AccessesPartialKey
  private static Aead aead(byte[] key) {
    try {
      AeadConfig.register();
      AesGcmKey aesGcm =
          AesGcmKey.builder()
              .setParameters(
                  AesGcmParameters.builder()
                      .setKeySizeBytes(KEY_BYTES)
                      .setIvSizeBytes(12)
                      .setTagSizeBytes(16)
                      .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                      .build())
              .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
              .build();
      return KeysetHandle.newBuilder()
          .addEntry(KeysetHandle.importKey(aesGcm).withRandomId().makePrimary())
          .build()
          .getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is not available", e);
    }
  }

  @Override
  public Wrapped wrap(byte[] secret, byte[] context) {
    try {
      return new Wrapped(current, Bytes.copyFrom(keyNamed(current).encrypt(secret, context)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a data key could not be wrapped", e);
    }
  }

  @Override
  public byte[] unwrap(Wrapped wrapped, byte[] context) {
    try {
      return keyNamed(wrapped.wrappedBy()).decrypt(wrapped.bytes().toByteArray(), context);
    } catch (GeneralSecurityException e) {
      throw new IntegrityFailure("a wrapped data key could not be opened", e);
    }
  }

  private Aead keyNamed(String name) {
    Aead key = keys.get(name);
    if (key == null) {
      throw new IntegrityFailure("the key-encryption key " + name + " is not in the key file");
    }
    return key;
  }

  @Override
  public String keptIn() {
    return "key file";
  }
}
