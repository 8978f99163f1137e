package dev.faultline.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Answers what failed outside of the controllers, in filters or in the server itself.
@RestController
class FallbackErrorController implements ErrorController {

    @RequestMapping("${spring.web.error.path:/error}")
    ResponseEntity<ErrorEnvelope> error(HttpServletRequest request, HttpServletResponse response) {
        // The server may have refused the request before a filter saw it.
        SecurityHeaders.addTo(response, request);
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int code = status instanceof Integer given ? given : 404;
        ProblemType type = ProblemType.of(code);
        return ResponseEntity.status(code)
                .body(ErrorEnvelope.of(type, type.status().getReasonPhrase()));
    }
}
