package dev.faultline.query.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Binds the lines of a project's log together: each one's hash is over the hash before it, its
/// number and its text.
final class AuditChain {

    /// The hash before the first line.
    static final String START = "";

    private AuditChain() {}

    static String hash(String previous, long seq, String entry) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("%s|%d|%s".formatted(previous, seq, entry).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /// The number of the first line that does not follow from the one before; empty if all do.
    ///
    /// @param lines the oldest first, without gaps
    static Optional<Long> firstBroken(StoredLine before, List<StoredLine> lines) {
        StoredLine previous = before;
        for (StoredLine line : lines) {
            if (line.seq() != previous.seq() + 1
                    || !line.hash().equals(hash(previous.hash(), line.seq(), line.entry()))) {
                return Optional.of(line.seq());
            }
            previous = line;
        }
        return Optional.empty();
    }

    /// A line as the table has it.
    record StoredLine(long seq, String entry, String hash) {

        static final StoredLine NONE = new StoredLine(0, "", START);

        StoredLine next(String json) {
            return new StoredLine(seq + 1, json, AuditChain.hash(hash, seq + 1, json));
        }
    }
}
