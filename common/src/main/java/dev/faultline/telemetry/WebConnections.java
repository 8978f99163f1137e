package dev.faultline.telemetry;

import java.util.function.IntSupplier;
import org.apache.coyote.AbstractProtocol;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;

/// How many connections the web server of this process has open, once it has started.
final class WebConnections implements IntSupplier, ApplicationListener<WebServerInitializedEvent> {

    private volatile @Nullable AbstractProtocol<?> protocol;
    private volatile int port;

    @Override
    public void onApplicationEvent(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
        if (event.getWebServer() instanceof TomcatWebServer server
                && server.getTomcat().getConnector().getProtocolHandler()
                        instanceof AbstractProtocol<?> found) {
            protocol = found;
        }
    }

    @Override
    public int getAsInt() {
        AbstractProtocol<?> known = protocol;
        return known == null ? 0 : (int) known.getConnectionCount();
    }

    int port() {
        return port;
    }
}
