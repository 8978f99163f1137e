package dev.faultline.limit;

import dev.faultline.access.ApiKey;
import dev.faultline.usage.RequestClass;

/// How much a key may use in 60 seconds.
@FunctionalInterface
interface Limits {

    /// 0 if there is no limit.
    int of(ApiKey key, RequestClass type);
}
