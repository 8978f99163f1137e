package dev.faultline.limit;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;

/// Counts wrong keys by the address that sent them. Only under `enforce`, and only wrong ones: a
/// valid key from the same address is never refused. Thread-safe.
public final class WrongKeys {

    private static final int NETWORK_BYTES = 8;

    private final int limit;
    private final Windows<String> windows;
    private final InstantSource clock;

    WrongKeys(RateLimitSettings settings, InstantSource clock) {
        this.limit = settings.mode() == RateLimitMode.ENFORCE ? settings.wrongKeys() : 0;
        this.windows = new Windows<>(settings.maxWindows());
        this.clock = clock;
    }

    /// Counts one.
    ///
    /// @param address a literal
    /// @return how many seconds to wait, if there were too many
    public OptionalInt count(String address) {
        if (limit == 0) {
            return OptionalInt.empty();
        }
        var fit = windows.take(network(address), clock.instant().getEpochSecond(), limit, 1);
        return fit.fitting() == 1 ? OptionalInt.empty() : OptionalInt.of(fit.seconds());
    }

    /// Of IPv6 the first 64 bits, since a host can use any of the others.
    static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        return bytes(address)
                .filter(bytes -> bytes.length > NETWORK_BYTES)
                .map(bytes -> HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES)))
                .orElse(address);
    }

    private static Optional<byte[]> bytes(String literal) {
        try {
            return Optional.of(InetAddress.ofLiteral(literal).getAddress());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
