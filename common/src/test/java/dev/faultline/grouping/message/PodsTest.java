package dev.faultline.grouping.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "pod web-7d9c6b5f4d-x2v4q down → pod web-<n> down",
                "pod web-5b8f9c6d7-zzqwk down → pod web-<n> down",
                "pod web-llmnpxhjl-tglxv down → pod web-<n> down",
                "pod checkout-api-988430dce3-popxw down → pod checkout-api-<n> down",
                "pod kube-proxy-x7b6w down → pod kube-proxy-<n> down",
                "pod kube-proxy-wzdxq down → pod kube-proxy-<n> down"
            })
    void readsWhatKubernetesAppends(String text, String template) {
        assertThat(MessageTemplate.of(text)).isEqualTo(template);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "pod web-main-https down → pod web-main-https down",
                "pod my-redis-proxy down → pod my-redis-proxy down",
                "use tls-https-mysql now → use tls-https-mysql now",
                "use xhtml-pgsql now → use xhtml-pgsql now"
            })
    void leavesNames(String text, String template) {
        assertThat(MessageTemplate.of(text)).isEqualTo(template);
    }
}
