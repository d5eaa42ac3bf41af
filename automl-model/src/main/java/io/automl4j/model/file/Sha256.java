package io.automl4j.model.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, hexadecimal. Not thread-safe. */
public final class Sha256 {
    private final MessageDigest digest;

    /** Starts from no bytes. */
    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /**
     * Adds bytes.
     *
     * @param bytes holds the bytes
     * @param from the first one
     * @param count how many
     * @return this digest
     */
    public Sha256 add(byte[] bytes, int from, int count) {
        digest.update(bytes, from, count);
        return this;
    }

    /**
     * Adds bytes.
     *
     * @param bytes all of these
     * @return this digest
     */
    public Sha256 add(byte[] bytes) {
        return add(bytes, 0, bytes.length);
    }

    /**
     * The digest of everything added; starts anew.
     *
     * @return 64 lower-case hexadecimal digits
     */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
