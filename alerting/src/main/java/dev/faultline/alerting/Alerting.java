package dev.faultline.alerting;

import dev.faultline.startup.Stage;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/// Alerting as a process of its own.
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(AlertingConfiguration.class)
public class Alerting {

    public static void main(String[] args) {
        Stage.main("alerting", Alerting.class, args);
    }
}
