package dev.faultline.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/// Lets a client keep statistics for half a minute, and ask with the answer's ETag whether they are
/// still the same. Another key has another answer.
final class ShortLivedAnswerFilter extends ShallowEtagHeaderFilter {

    @Override
    protected boolean isEligibleForEtag(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            InputStream body) {
        if (status != HttpStatus.OK.value() || !HttpMethod.GET.matches(request.getMethod())) {
            return false;
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=30");
        response.addHeader(HttpHeaders.VARY, "X-API-Key, Authorization");
        return true;
    }
}
