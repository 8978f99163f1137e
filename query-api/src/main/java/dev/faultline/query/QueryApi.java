package dev.faultline.query;

import dev.faultline.startup.Stage;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/// The query API as a process of its own.
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(QueryApiConfiguration.class)
public class QueryApi {

    public static void main(String[] args) {
        Stage.main("query-api", QueryApi.class, args);
    }
}
