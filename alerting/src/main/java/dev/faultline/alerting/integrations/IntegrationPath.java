package dev.faultline.alerting.integrations;

import dev.faultline.alerting.delivery.Channel;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The name of an integration in a path.
final class IntegrationPath {

    private IntegrationPath() {}

    /// @throws ApiException `404` that names those there are
    static Channel channel(String name) {
        return Channel.named(name)
                .orElseThrow(() ->
                        new ApiException(
                                ProblemType.NOT_FOUND,
                                "No such integration: there are "
                                        + Arrays.stream(Channel.values())
                                                .map(Channel::text)
                                                .collect(Collectors.joining(", "))));
    }
}
