package dev.faultline.alerting.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Finds the addresses of a name.
@FunctionalInterface
public interface NameService {

    /// The system's, as the JDK asks it.
    NameService SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    /// @return at least one
    List<InetAddress> lookUp(String host) throws UnknownHostException;
}
