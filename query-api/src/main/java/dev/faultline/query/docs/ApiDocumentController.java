package dev.faultline.query.docs;

import dev.faultline.json.Json;
import dev.faultline.openapi.OpenApiDocument;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `GET /openapi.json` and `GET /openapi.yaml`. Everybody may read them.
@RestController
class ApiDocumentController {

    private final byte[] json;
    private final String yaml;

    ApiDocumentController(OpenApiDocument document) {
        this.json = Json.mapper().writeValueAsBytes(document.json());
        this.yaml = document.yaml();
    }

    @GetMapping("/openapi.json")
    ResponseEntity<byte[]> json() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json);
    }

    @GetMapping("/openapi.yaml")
    ResponseEntity<String> yaml() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_YAML).body(yaml);
    }
}
