package dev.faultline.ingest;

import dev.faultline.startup.Stage;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/// The ingest gateway as a process of its own.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(IngestGatewayConfiguration.class)
public class IngestGateway {
    public static void main(String[] args) {
        Stage.main("ingest-gateway", IngestGateway.class, args);
    }
}
