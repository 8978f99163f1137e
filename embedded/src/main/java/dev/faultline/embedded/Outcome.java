package dev.faultline.embedded;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the start of one server ended.
 *
 * @param server null if it failed or was not asked for
 * @param failure null if it did not fail
 */
record Outcome<S>(@Nullable S server, @Nullable RuntimeException failure) {

    static <S> Outcome<S> none() {
        return new Outcome<>(null, null);
    }

    static <S> Outcome<S> of(Supplier<S> start) {
        try {
            return new Outcome<>(start.get(), null);
        } catch (RuntimeException e) {
            return new Outcome<>(null, e);
        }
    }

    Optional<S> started() {
        return Optional.ofNullable(server);
    }

    Optional<RuntimeException> failed() {
        return Optional.ofNullable(failure);
    }
}
