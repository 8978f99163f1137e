package dev.faultline.alerting.delivery;

import dev.faultline.alerting.egress.EgressGuard;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/// Opens connections to mail servers, to checked addresses only. The mail library would resolve the
/// name itself.
final class SmtpConnector {

    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final EgressGuard guard;
    private final SSLContext tls;

    SmtpConnector(EgressGuard guard, SSLContext tls) {
        this.guard = guard;
        this.tls = tls;
    }

    /// @return connected; in TLS already if the server wants it from the beginning
    Socket connect(SmtpServer server) throws IOException {
        IOException failure = new ConnectException("No address");
        for (InetAddress address : guard.resolve(server.destination())) {
            try {
                return connect(server, address);
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }

    private Socket connect(SmtpServer server, InetAddress address) throws IOException {
        // Straight to the server, whatever proxy the environment names.
        Socket socket = new Socket(Proxy.NO_PROXY);
        try {
            socket.setSoTimeout((int) SILENCE.toMillis());
            // Under the name the user gave: the mail library checks the certificate against it, and
            // asks a name server for the name of an address that has none.
            InetAddress named = InetAddress.getByAddress(server.host(), address.getAddress());
            socket.connect(
                    new InetSocketAddress(named, server.port()),
                    (int) HttpPoster.CONNECT_TIMEOUT.toMillis());
            return server.security() == SmtpServer.Security.TLS
                    ? encrypted(socket, server)
                    : socket;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private SSLSocket encrypted(Socket socket, SmtpServer server) throws IOException {
        SSLSocket encrypted =
                (SSLSocket)
                        tls.getSocketFactory()
                                .createSocket(socket, server.host(), server.port(), true);
        SSLParameters parameters = encrypted.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        encrypted.setSSLParameters(parameters);
        encrypted.startHandshake();
        return encrypted;
    }
}
