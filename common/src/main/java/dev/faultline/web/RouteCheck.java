package dev.faultline.web;

import dev.faultline.access.AccessPolicy;
import dev.faultline.startup.StartupException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Ends the start of a stage that has a route without policy: nobody could say who may call it.
final class RouteCheck implements SmartInitializingSingleton {

    private final AccessPolicy policy;
    private final List<RequestMappingHandlerMapping> mappings;

    RouteCheck(AccessPolicy policy, List<RequestMappingHandlerMapping> mappings) {
        this.policy = policy;
        this.mappings = mappings;
    }

    /// @throws StartupException naming the routes
    @Override
    public void afterSingletonsInstantiated() {
        List<String> unknown =
                mappings.stream()
                        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                        .flatMap(this::withoutPolicy)
                        .sorted()
                        .toList();
        if (!unknown.isEmpty()) {
            throw new StartupException(
                    "Nobody may call %s: add what it needs to AccessPolicy."
                            .formatted(String.join(", ", unknown)));
        }
    }

    private Stream<String> withoutPolicy(RequestMappingInfo route) {
        Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
        return route.getPatternValues().stream()
                .filter(ApiKeyFilter::isGuarded)
                .flatMap(pattern ->
                        (methods.isEmpty() ? Stream.of(RequestMethod.values()) : methods.stream())
                                .map(Enum::name)
                                .filter(method -> isUnknown(method, pattern))
                                .map(method -> method + " " + pattern));
    }

    private boolean isUnknown(String method, String pattern) {
        return policy.right(method, pattern).isEmpty() && !AccessPolicy.isPublic(method, pattern);
    }
}
