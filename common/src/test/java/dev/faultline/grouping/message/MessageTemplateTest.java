package dev.faultline.grouping.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageTemplateTest {

    @Test
    void keepsWordsAndReplacesNumbers() {
        assertThat(MessageTemplate.of("User 42 not found")).isEqualTo("User <n> not found");
    }
}
