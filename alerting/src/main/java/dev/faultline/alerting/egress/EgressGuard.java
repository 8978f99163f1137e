package dev.faultline.alerting.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Resolves the servers that users name, and lets pass only addresses that may be connected to.
/// Whoever connects must use these addresses and not resolve again: a name can have another address
/// a moment later.
///
/// Thread-safe.
public final class EgressGuard {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final EgressPolicy policy;
    private final NameService names;

    public EgressGuard(EgressSettings settings, boolean relaxed, NameService names) {
        this.policy = new EgressPolicy(settings.allowList(relaxed));
        this.names = names;
    }

    /// The addresses to connect to, in their order.
    ///
    /// @throws ForbiddenDestinationException if one of them must not be connected to
    /// @throws UnknownHostException if it has none, or the name server does not answer in 3 s
    public List<InetAddress> resolve(Destination to) throws UnknownHostException {
        List<InetAddress> addresses = lookUp(to.host());
        Optional<String> refusal = policy.refusal(to, addresses);
        if (refusal.isPresent()) {
            throw new ForbiddenDestinationException(refusal.get());
        }
        return addresses;
    }

    /// Checks a server before it is stored. A name that has no address now may have one later, and
    /// is checked again then.
    ///
    /// @return the same
    /// @throws IllegalArgumentException a sentence without its beginning, if it is refused
    public Destination checked(Destination to) {
        Optional<String> refusal;
        try {
            refusal = policy.refusal(to, lookUp(to.host()));
        } catch (UnknownHostException e) {
            refusal = policy.refusalUnresolved(to);
        }
        if (refusal.isPresent()) {
            throw new IllegalArgumentException(refusal.get());
        }
        return to;
    }

    /// Whether the operator allows just this server, beside the Internet.
    public boolean isAllowListed(Destination to) {
        try {
            return policy.isAllowListed(to, lookUp(to.host()));
        } catch (UnknownHostException e) {
            return policy.isAllowListed(to, List.of());
        }
    }

    private List<InetAddress> lookUp(String host) throws UnknownHostException {
        Optional<InetAddress> literal = HostName.literal(host);
        if (literal.isPresent()) {
            return List.of(literal.get());
        }
        FutureTask<List<InetAddress>> task = new FutureTask<>(() -> names.lookUp(host));
        Thread.ofVirtual().name("look-up").start(task);
        try {
            return task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            task.cancel(true);
            throw unknown(host, e);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw unknown(host, e);
        }
    }

    private static UnknownHostException unknown(String host, Exception cause) {
        UnknownHostException unknown = new UnknownHostException(host);
        unknown.initCause(cause);
        return unknown;
    }
}
