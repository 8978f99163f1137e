package dev.faultline.aggregator;

import dev.faultline.startup.Stage;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/// The aggregator as a process of its own.
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(AggregatorConfiguration.class)
public class Aggregator {

    public static void main(String[] args) {
        Stage.main("aggregator", Aggregator.class, args);
    }
}
