package dev.faultline.project;

import static dev.faultline.project.SettingsSamples.SETTINGS;
import static dev.faultline.project.SettingsSamples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.event.ProjectId;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProjectSettingsBookTest {

    private final ProjectSettingsBook book = new ProjectSettingsBook();

    @Test
    void knowsNothingOfAProjectThatHasSetNothing() {
        assertThat(book.of(ProjectId.DEFAULT)).isSameAs(ProjectSettings.NONE);
    }

    @Test
    void keepsTheNewest() {
        book.put(SHOP, SETTINGS.at(3));
        book.put(SHOP, ProjectSettings.NONE.at(2));

        assertThat(book.of(SHOP)).isEqualTo(SETTINGS.at(3));

        book.put(SHOP, ProjectSettings.NONE.at(4));
        assertThat(book.of(SHOP)).isEqualTo(ProjectSettings.NONE.at(4));
        assertThat(book.of(ProjectId.DEFAULT)).isEqualTo(ProjectSettings.NONE);
    }

    @Test
    void letsOneWaitForARevision() throws Exception {
        CompletableFuture<Boolean> waiting =
                CompletableFuture.supplyAsync(() -> await(2, Duration.ofSeconds(30)));

        book.put(SHOP, SETTINGS.at(1));
        book.put(SHOP, SETTINGS.at(3));

        assertThat(waiting.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void waitsNoLongerThanAsked() {
        book.put(SHOP, SETTINGS.at(1));

        assertThat(await(1, Duration.ZERO)).isTrue();
        assertThat(await(2, Duration.ofMillis(20))).isFalse();
    }

    private boolean await(long revision, Duration atMost) {
        try {
            return book.await(SHOP, revision, atMost);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
