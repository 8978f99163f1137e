package dev.faultline.web;

import dev.faultline.access.AccessPolicy;
import dev.faultline.access.AccessSettings;
import dev.faultline.access.ApiKeys;
import dev.faultline.audit.AuditTrail;
import dev.faultline.json.Json;
import dev.faultline.limit.LimitConfiguration;
import dev.faultline.limit.RateLimiter;
import dev.faultline.limit.WrongKeys;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/// What every stage's HTTP surface shares. Stages in one JVM share it once. Whose key it is comes
/// from [dev.faultline.access.AccessConfiguration], where the audit trail leads from
/// [dev.faultline.audit.AuditTrailConfiguration].
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
@Import({
    ApiErrorAdvice.class,
    FallbackErrorController.class,
    HealthController.class,
    LimitConfiguration.class,
    ProbeController.class,
    MetricsController.class
})
public class WebConfiguration {

    // In this order. An answer of any of them has the headers of those before it.
    private static final int GUARD_ORDER = Ordered.HIGHEST_PRECEDENCE + 9;
    private static final int CORS_ORDER = GUARD_ORDER + 1;
    private static final int WRONG_KEY_ORDER = CORS_ORDER + 1;
    private static final int KEY_ORDER = WRONG_KEY_ORDER + 1;
    private static final int LIMIT_ORDER = KEY_ORDER + 1;
    private static final int SHORT_LIVED_ORDER = LIMIT_ORDER + 1;

    /// To the millisecond, as all times of the API are.
    @Bean
    InstantSource clock() {
        InstantSource system = InstantSource.system();
        return () -> system.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// Of bodies: a handler that takes one as an object takes it within the limits too.
    @Bean
    JsonMapper jsonMapper() {
        return Json.strict();
    }

    /// Before the key filter, since a preflight carries no key and an error answer must be readable
    /// by the page too.
    @Bean
    FilterRegistrationBean<CorsFilter> corsFilter(AccessSettings settings) {
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(
                settings.deployment().isRelaxed() ? List.of("*") : settings.corsOrigins());
        cors.setAllowedMethods(List.of("GET", "POST", "PUT", "DELETE"));
        cors.setExposedHeaders(
                List.of(
                        "Retry-After",
                        "Preference-Applied",
                        "RateLimit",
                        "RateLimit-Policy",
                        "ETag"));
        cors.setAllowedHeaders(
                List.of("Content-Type", "X-API-Key", "Idempotency-Key", "Prefer", "Last-Event-ID"));
        cors.setMaxAge(Duration.ofDays(1));
        UrlBasedCorsConfigurationSource paths = new UrlBasedCorsConfigurationSource();
        paths.registerCorsConfiguration("/api/**", cors);
        paths.registerCorsConfiguration("/health", cors);
        CorsFilter filter = new CorsFilter(paths);
        filter.setCorsProcessor(new EnvelopeCorsProcessor());
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(CORS_ORDER);
        return registration;
    }

    @Bean
    FilterRegistrationBean<ApiKeyFilter> apiKeyFilter(ApiKeys keys) {
        var registration = new FilterRegistrationBean<>(new ApiKeyFilter(keys, new ErrorWriter()));
        registration.setOrder(KEY_ORDER);
        return registration;
    }

    @Bean
    FilterRegistrationBean<RequestGuardFilter> requestGuardFilter() {
        var registration = new FilterRegistrationBean<>(new RequestGuardFilter(new ErrorWriter()));
        registration.setOrder(GUARD_ORDER);
        return registration;
    }

    @Bean
    FilterRegistrationBean<WrongKeyFilter> wrongKeyFilter(WrongKeys wrongKeys) {
        var registration =
                new FilterRegistrationBean<>(new WrongKeyFilter(wrongKeys, new ErrorWriter()));
        registration.setOrder(WRONG_KEY_ORDER);
        return registration;
    }

    @Bean
    FilterRegistrationBean<RateLimitFilter> rateLimitFilter(RateLimiter limiter) {
        var registration =
                new FilterRegistrationBean<>(new RateLimitFilter(limiter, new ErrorWriter()));
        registration.setOrder(LIMIT_ORDER);
        return registration;
    }

    @Bean
    FilterRegistrationBean<ShortLivedAnswerFilter> shortLivedAnswerFilter() {
        var registration = new FilterRegistrationBean<>(new ShortLivedAnswerFilter());
        registration.addUrlPatterns("/api/stats", "/api/analytics/*");
        registration.setOrder(SHORT_LIVED_ORDER);
        return registration;
    }

    @Bean
    AccessPolicy accessPolicy() {
        return AccessPolicy.ofFaultline();
    }

    @Bean
    RouteCheck routeCheck(AccessPolicy policy, List<RequestMappingHandlerMapping> mappings) {
        return new RouteCheck(policy, mappings);
    }

    @Bean
    WebMvcConfigurer accessAtControllers(AccessPolicy policy, AuditTrail audit) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(new AccessInterceptor(policy, audit));
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ApiKeyResolver());
                resolvers.add(new ActorResolver());
            }
        };
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> jsonErrorReports() {
        return factory ->
                factory.addContextCustomizers(context -> {
                    if (context.getParent() instanceof StandardHost host) {
                        host.setErrorReportValveClass(JsonErrorReportValve.class.getName());
                    }
                });
    }
}
