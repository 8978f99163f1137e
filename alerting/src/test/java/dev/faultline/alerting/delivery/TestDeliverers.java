package dev.faultline.alerting.delivery;

import dev.faultline.alerting.egress.EgressGuard;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;

/// The real deliverer, without a container.
public final class TestDeliverers {

    private TestDeliverers() {}

    public static Deliverer deliverer(EgressGuard guard) {
        try {
            return new Deliverer(
                    new Senders(guard, SSLContext.getDefault(), InstantSource.system()),
                    new SimpleMeterRegistry(),
                    Deliverer.LIMIT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
