package dev.faultline.web;

import dev.faultline.access.ApiKey;
import dev.faultline.startup.Stage;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// A stage with a few handlers, started as the real ones are.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(WebConfiguration.class)
class TestApplication {

    /// Starts it on a free port.
    static ConfigurableApplicationContext start(String environment, String... settings) {
        var application = Stage.application(TestApplication.class, "no-such-stage");
        String[] args = new String[settings.length + 2];
        args[0] = "--server.port=0";
        args[1] = "--faultline.access.environment=" + environment;
        System.arraycopy(settings, 0, args, 2, settings.length);
        return application.run(args);
    }

    static int port(ConfigurableApplicationContext context) {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    @RestController
    static class Handlers {

        @GetMapping("/api/ping")
        Envelope<Map<String, String>> ping(ApiKey key) {
            return Envelope.of(Map.of("project", key.project().value(), "key", key.preview()));
        }

        @PostMapping(path = "/api/echo", consumes = "application/json")
        Envelope<Map<String, Object>> echo(@RequestBody Map<String, Object> body) {
            return Envelope.of(body);
        }

        /// The widest pattern there can be under /api: whatever path gets past the key filter ends
        /// here.
        @GetMapping("/api/{first}/{second}")
        Envelope<String> deep(@PathVariable String first, @PathVariable String second) {
            return Envelope.of(first + " " + second);
        }

        @GetMapping({"/api/stats", "/api/analytics/trends"})
        Envelope<String> statistics() {
            return Envelope.of("the same every time");
        }

        @GetMapping("/api/broken")
        Envelope<String> broken() {
            throw new IllegalStateException("hunter2");
        }

        @GetMapping("/api/failing")
        Envelope<String> failing() throws IOException {
            throw new IOException("hunter2");
        }

        @GetMapping("/api/fatal")
        Envelope<String> fatal() {
            throw new StackOverflowError("hunter2");
        }

        @GetMapping("/api/unavailable")
        Envelope<String> unavailable() {
            throw new ApiException(ProblemType.UNAVAILABLE, "Kafka does not answer");
        }
    }
}
