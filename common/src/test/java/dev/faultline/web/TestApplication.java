package dev.faultline.web;

import dev.faultline.access.AccessPolicy;
import dev.faultline.access.AccessSettings;
import dev.faultline.access.ApiKey;
import dev.faultline.access.ApiKeys;
import dev.faultline.access.ConfiguredKeys;
import dev.faultline.access.MadeKeys;
import dev.faultline.access.Right;
import dev.faultline.audit.AuditTrail;
import dev.faultline.startup.Stage;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.DeleteMapping;
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
        String[] args = new String[settings.length + 3];
        args[0] = "--server.port=0";
        args[1] = "--faultline.access.environment=" + environment;
        // For a policy that knows the handlers here.
        args[2] = "--spring.main.allow-bean-definition-overriding=true";
        System.arraycopy(settings, 0, args, 3, settings.length);
        return application.run(args);
    }

    static int port(ConfigurableApplicationContext context) {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    @Bean
    ApiKeys apiKeys(AccessSettings settings, InstantSource clock) {
        return MadeKeys.with(new ConfiguredKeys(settings), clock);
    }

    /// Where nobody reads it.
    @Bean
    AuditTrail auditTrail(InstantSource clock) {
        return new AuditTrail((_, _) -> CompletableFuture.completedFuture(null), clock);
    }

    @Bean
    AccessPolicy accessPolicy() {
        return AccessPolicy.ofFaultline()
                .with(Right.READ, "GET", "/api/*", "/api/*/*")
                .with(Right.READ, "POST", "/api/echo")
                .with(Right.SETTINGS_WRITE, "DELETE", "/api/all");
    }

    @RestController
    static class Handlers {

        @GetMapping("/api/ping")
        Envelope<Map<String, String>> ping(ApiKey key) {
            return Envelope.of(Map.of("project", key.project().value(), "key", key.preview()));
        }

        @DeleteMapping("/api/all")
        Envelope<String> delete() {
            return Envelope.of("deleted");
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
