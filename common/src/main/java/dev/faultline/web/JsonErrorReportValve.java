package dev.faultline.web;

import dev.faultline.json.Json;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/// Answers what Tomcat refuses before any filter sees it (a malformed request line, say) with the
/// error envelope instead of its HTML page.
public final class JsonErrorReportValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            SecurityHeaders.addTo(response, request);
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            ProblemType type = ProblemType.of(status);
            response.getOutputStream()
                    .write(
                            Json.mapper()
                                    .writeValueAsBytes(
                                            ErrorEnvelope.of(
                                                    type, type.status().getReasonPhrase())));
            response.finishResponse();
        } catch (IOException e) {
            container.getLogger().debug("The client is gone", e);
        }
    }
}
