package dev.faultline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.access.AccessPolicy;
import dev.faultline.access.Right;
import dev.faultline.startup.StartupException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class RouteCheckTest {

    @Test
    void endsTheStartOfAStageThatHasARouteWithoutPolicy() {
        assertThatThrownBy(() -> check(AccessPolicy.ofFaultline(), Handlers.class))
                .isInstanceOf(StartupException.class)
                .hasMessage("Nobody may call GET /api/new: add what it needs to AccessPolicy.");
    }

    @Test
    void letsAStageStartWhoseRoutesAllHaveOne() {
        check(AccessPolicy.ofFaultline().with(Right.READ, "GET", "/api/new"), Handlers.class);
    }

    @Test
    void countsARouteOfAllMethodsAsManyRoutes() {
        assertThatThrownBy(() -> check(AccessPolicy.ofFaultline(), AllMethods.class))
                .isInstanceOf(StartupException.class)
                .satisfies(e -> assertThat(e.getMessage()).contains("DELETE /api/errors"));
    }

    private static void check(AccessPolicy policy, Class<?> handlers) {
        var context = new StaticWebApplicationContext();
        context.registerSingleton("handlers", handlers);
        context.refresh();
        var mapping = new RequestMappingHandlerMapping();
        mapping.setApplicationContext(context);
        mapping.afterPropertiesSet();
        new RouteCheck(policy, List.of(mapping)).afterSingletonsInstantiated();
    }

    @RestController
    static class Handlers {

        @GetMapping("/api/new")
        String news() {
            return "";
        }

        @GetMapping("/public")
        String open() {
            return "";
        }

        @PostMapping("/api/team/accept")
        String accept() {
            return "";
        }
    }

    @RestController
    static class AllMethods {

        @RequestMapping("/api/errors")
        String all() {
            return "";
        }
    }
}
