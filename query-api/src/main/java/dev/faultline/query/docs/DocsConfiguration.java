package dev.faultline.query.docs;

import dev.faultline.openapi.OpenApiDocument;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The API's documentation.
@Configuration(proxyBeanMethods = false)
public class DocsConfiguration {

    @Bean
    ApiDocumentController apiDocumentController() {
        return new ApiDocumentController(OpenApiDocument.read());
    }

    @Bean
    WebMvcConfigurer docsPages() {
        return new DocsPages();
    }
}
