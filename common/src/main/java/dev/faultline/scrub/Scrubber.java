package dev.faultline.scrub;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.event.ErrorEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Takes secrets and personal data out of events, by one project's settings.
///
/// Pure: the same event gives the same result, and a scrubbed one stays as it is. Linear in the
/// length of a text, hostile or not. Thread-safe; costly to make and cheap to use, so keep one for
/// each version of the settings.
public final class Scrubber {

    private static final String DEFAULT_HASH_KEY = "faultline";

    private final TextScrubber texts;
    private final ContextScrubber contexts;
    private final AddressScrubber addresses;

    /// Hashes addresses under a key that everybody knows.
    public Scrubber(ScrubbingSettings settings) {
        this(settings, DEFAULT_HASH_KEY);
    }

    /// @param hashKey the secret under which [AddressPolicy#HASH] makes pseudonyms
    public Scrubber(ScrubbingSettings settings, String hashKey) {
        Keys keys = new Keys(settings);
        texts = new TextScrubber(settings, keys);
        contexts = new ContextScrubber(settings, keys, texts);
        addresses = new AddressScrubber(settings.ipAddress(), hashKey.getBytes(UTF_8));
    }

    /// Scrubs all texts of an event; identity, time and severity stay.
    public Scrubbed scrub(ErrorEvent event) {
        Tally tally = new Tally();
        String message = texts.scrub(event.message(), tally);
        String stackTrace = scrubIfAny(event.stackTrace(), tally);
        Map<String, @Nullable Object> context = event.context();
        if (context != null) {
            context = contexts.scrub(context, tally);
        }
        List<String> fingerprint =
                event.fingerprint().stream().map(part -> texts.scrub(part, tally)).toList();
        String source = texts.scrub(event.source(), tally);
        String environment = texts.scrub(event.environment(), tally);
        String url = scrubIfAny(event.url(), tally);
        String userAgent = scrubIfAny(event.userAgent(), tally);
        String address = address(event.ipAddress(), tally);
        Map<String, Integer> counts = tally.byName();
        if (counts.isEmpty() && Objects.equals(address, event.ipAddress())) {
            return new Scrubbed(event, counts);
        }
        return new Scrubbed(
                new ErrorEvent(
                        event.eventId(),
                        event.timestamp(),
                        event.severity(),
                        message,
                        stackTrace,
                        context,
                        fingerprint,
                        source,
                        environment,
                        url,
                        userAgent,
                        address,
                        sum(event.scrubbed(), counts)),
                counts);
    }

    /// Scrubs one text.
    public ScrubbedText scrub(String text) {
        Tally tally = new Tally();
        return new ScrubbedText(texts.scrub(text, tally), tally.byName());
    }

    private @Nullable String scrubIfAny(@Nullable String text, Tally tally) {
        return text == null ? null : texts.scrub(text, tally);
    }

    /// Clients may send any text for an address.
    private @Nullable String address(@Nullable String address, Tally tally) {
        if (address == null) {
            return null;
        }
        String scrubbed = addresses.scrub(address);
        return scrubbed == null || AddressScrubber.isAddress(scrubbed)
                ? scrubbed
                : texts.scrub(scrubbed, tally);
    }

    private static Map<String, Integer> sum(
            Map<String, Integer> earlier, Map<String, Integer> now) {
        Map<String, Integer> sum = new LinkedHashMap<>(earlier);
        now.forEach((rule, count) -> sum.merge(rule, count, Integer::sum));
        return sum;
    }
}
