package dev.faultline.standalone;

import dev.faultline.aggregator.AggregatorConfiguration;
import dev.faultline.alerting.AlertingConfiguration;
import dev.faultline.ingest.IngestGatewayConfiguration;
import dev.faultline.query.QueryApiConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/// The same beans as in four processes, in one application with one web server.
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({
    IngestGatewayConfiguration.class,
    AggregatorConfiguration.class,
    AlertingConfiguration.class,
    QueryApiConfiguration.class
})
class AllStages {}
