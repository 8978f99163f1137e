package dev.faultline.ingest;

import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.springframework.http.HttpHeaders;

/// Reads bodies, plain or compressed, without ever holding more of one than its limits allow.
final class BodyReader {
    private static final int CHUNK = 8 * 1024;

    private final BodyMemory memory;

    BodyReader(BodyMemory memory) {
        this.memory = memory;
    }

    /// @throws ApiException 413 if the body is too large, 415 if its encoding is unknown, 400 if it
    ///   can't be read, 503 if many large ones are in work
    Body read(HttpServletRequest request, BodyLimits limits) {
        boolean compressed = isCompressed(request);
        if (request.getContentLengthLong() > limits.sentBytes()) {
            throw tooLarge(limits.sentBytes());
        }
        BodyMemory.Share share = memory.share();
        try {
            byte[] sent = sent(request, limits, share);
            return new Body(compressed ? decompressed(sent, limits, share) : sent, share);
        } catch (RuntimeException e) {
            share.close();
            throw e;
        }
    }

    private static boolean isCompressed(HttpServletRequest request) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding == null) {
            return false;
        }
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "identity" -> false;
            case "gzip", "x-gzip" -> true;
            default ->
                    throw new ApiException(
                            ProblemType.UNSUPPORTED_MEDIA_TYPE,
                            "Content-Encoding must be gzip or absent");
        };
    }

    private static byte[] sent(
            HttpServletRequest request, BodyLimits limits, BodyMemory.Share share) {
        try {
            return readAll(request.getInputStream(), limits.sentBytes(), share);
        } catch (IOException e) {
            throw new ApiException(ProblemType.INVALID_REQUEST, "The body ended too early");
        }
    }

    private static byte[] decompressed(byte[] sent, BodyLimits limits, BodyMemory.Share share) {
        long byRatio = (long) sent.length * BodyLimits.MAX_RATIO;
        int limit = (int) Math.min(limits.decompressedBytes(), byRatio);
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(sent), CHUNK)) {
            return readAll(in, limit, share);
        } catch (IOException e) {
            throw new ApiException(ProblemType.INVALID_REQUEST, "The body is not valid gzip");
        }
    }

    private static byte[] readAll(InputStream in, int limit, BodyMemory.Share share)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(CHUNK);
        byte[] chunk = new byte[CHUNK];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            if (out.size() + read > limit) {
                throw tooLarge(limit);
            }
            share.grow(read);
            out.write(chunk, 0, read);
        }
        return out.toByteArray();
    }

    private static ApiException tooLarge(int limit) {
        return new ApiException(
                ProblemType.PAYLOAD_TOO_LARGE,
                "The body is too large: at most %d bytes are allowed here".formatted(limit));
    }
}
