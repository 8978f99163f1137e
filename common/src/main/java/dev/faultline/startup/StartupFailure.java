package dev.faultline.startup;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;

/// Finds the sentence that tells an operator why a start failed.
final class StartupFailure {

    private StartupFailure() {}

    /// Empty if the failure is none that an operator can cause.
    static Optional<String> sentence(Throwable failure) {
        return find(failure, StartupException.class)
                .map(StartupException::getMessage)
                .or(() -> find(failure, PortInUseException.class).map(StartupFailure::portInUse))
                .or(() -> find(failure, BindException.class).map(StartupFailure::setting));
    }

    private static String portInUse(PortInUseException e) {
        return "Port %d is in use: end what listens there, or set PORT to another port."
                .formatted(e.getPort());
    }

    private static String setting(BindException e) {
        String reason = causes(e).reduce((_, deeper) -> deeper).orElse(e).getMessage();
        return "The setting %s can't be used: %s.".formatted(e.getName(), reason);
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        return causes(failure).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
