package dev.faultline.standalone;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/// What a controller of a stage takes.
///
/// @param path as the controller has it, with variables
/// @param stage whose controller it is; `every` if each stage has it
record Route(String method, String path, String stage) {

    private static final Map<String, String> PACKAGES =
            Map.of(
                    "dev.faultline.ingest", "ingest-gateway",
                    "dev.faultline.query", "query-api",
                    "dev.faultline.alerting", "alerting");

    /// The routes of all stages' own controllers.
    static Stream<Route> ofStages() {
        return PACKAGES.entrySet().stream()
                .flatMap(stage -> ofPackage(stage.getKey(), stage.getValue()));
    }

    /// What each stage has: how it is, and what it measures.
    static Stream<Route> ofEveryStage() {
        return ofPackage("dev.faultline.web", "every");
    }

    private static Stream<Route> ofPackage(String name, String stage) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        // Answers to what failed elsewhere are no routes.
        scanner.addExcludeFilter(new AssignableTypeFilter(ErrorController.class));
        return scanner.findCandidateComponents(name).stream()
                .map(bean ->
                        ClassUtils.resolveClassName(String.valueOf(bean.getBeanClassName()), null))
                .flatMap(controller -> of(controller, stage));
    }

    private static Stream<Route> of(Class<?> controller, String stage) {
        return Arrays.stream(controller.getDeclaredMethods())
                .map(method ->
                        AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class))
                .flatMap(Stream::ofNullable)
                .flatMap(mapping ->
                        Arrays.stream(mapping.method())
                                .map(RequestMethod::name)
                                .flatMap(method ->
                                        Arrays.stream(mapping.path())
                                                .map(path -> new Route(method, path, stage))));
    }

    /// The path of a request that it takes.
    String sample() {
        return path.replaceAll("\\{\\*[^}]+}", "/0b1c").replaceAll("\\{[^}]+}", "0b1c");
    }
}
