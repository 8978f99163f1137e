package dev.faultline.json;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/// The JSON of the REST API and of the public topics: snake_case names, ISO-8601 times in UTC, null
/// written as null, unknown fields ignored (a newer writer may add some).
public final class Json {

    private static final StreamReadConstraints LIMITS =
            StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxStringLength(256 * 1024)
                    .maxNameLength(256)
                    .maxNumberLength(64)
                    .maxTokenCount(20_000)
                    .build();

    /// Twice the limits: what was accepted must stay readable when we have added fields of our own.
    private static final StreamReadConstraints RECORD_LIMITS =
            LIMITS.rebuild().maxNestingDepth(64).maxTokenCount(40_000).build();

    private static final JsonMapper MAPPER = mapper(JsonFactory.builder().build());

    private static final JsonMapper RECORD =
            mapper(JsonFactory.builder().streamReadConstraints(RECORD_LIMITS).build());

    private static final JsonMapper STRICT =
            mapper(
                    JsonFactory.builder()
                            .streamReadConstraints(LIMITS)
                            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                            .build());

    private Json() {}

    /// For what we write and read ourselves.
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /// For one value from outside: depth 32, 20,000 tokens, texts of 256 Ki characters, names of
    /// 256, numbers of 64 digits, no name twice.
    public static JsonMapper strict() {
        return STRICT;
    }

    /// For a raw record, which the gateway or a direct publisher wrote: like [#strict()], with
    /// twice the depth and tokens, and of two equal names the last counts.
    public static JsonMapper record() {
        return RECORD;
    }

    private static JsonMapper mapper(JsonFactory factory) {
        return JsonMapper.builder(factory)
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }
}
