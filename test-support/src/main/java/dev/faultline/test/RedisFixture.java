package dev.faultline.test;

import dev.faultline.embedded.EmbeddedRedis;
import dev.faultline.test.Infrastructure.Running;

/** The Redis of this test JVM; tests use keys of their own. */
public final class RedisFixture {

    private RedisFixture() {}

    /** Starts Redis at the first call; {@code redis://host:port}. */
    public static String url() {
        return Holder.ADDRESS;
    }

    private static final class Holder {
        static final String ADDRESS =
                Infrastructure.address("redis", RedisFixture::embedded, () -> Containers.redis());
    }

    private static Running embedded() {
        return Infrastructure.inFreeDirectory(
                "redis", directory -> EmbeddedRedis.start(directory, 0), EmbeddedRedis::url);
    }
}
