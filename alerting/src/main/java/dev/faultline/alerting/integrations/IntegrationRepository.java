package dev.faultline.alerting.integrations;

import static dev.faultline.alerting.db.Tables.INTEGRATIONS;

import dev.faultline.alerting.delivery.Channel;
import dev.faultline.database.RequestDatabase;
import dev.faultline.event.ProjectId;
import dev.faultline.json.Json;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.node.ObjectNode;

/// The configured integrations, four for each project at most.
final class IntegrationRepository {

    private static final TypeReference<Map<String, String>> SEALED = new TypeReference<>() {};

    private final RequestDatabase database;

    IntegrationRepository(RequestDatabase database) {
        this.database = database;
    }

    List<StoredIntegration> all() {
        return where(INTEGRATIONS.PROJECT.isNotNull());
    }

    List<StoredIntegration> ofProject(ProjectId project) {
        return where(INTEGRATIONS.PROJECT.eq(project.value()));
    }

    Optional<StoredIntegration> find(ProjectId project, Channel channel) {
        return where(isFor(project, channel)).stream().findFirst();
    }

    private List<StoredIntegration> where(Condition condition) {
        return database.answer(sql ->
                sql.select(
                                INTEGRATIONS.PROJECT,
                                INTEGRATIONS.NAME,
                                INTEGRATIONS.CONFIG,
                                INTEGRATIONS.SECRETS,
                                INTEGRATIONS.REVISION,
                                INTEGRATIONS.UPDATED_AT,
                                INTEGRATIONS.LAST_TEST,
                                INTEGRATIONS.DELIVERED,
                                INTEGRATIONS.LAST_ERROR,
                                INTEGRATIONS.GONE)
                        .from(INTEGRATIONS)
                        .where(condition)
                        .orderBy(INTEGRATIONS.PROJECT, INTEGRATIONS.NAME)
                        .fetch(Records.mapping(IntegrationRepository::stored)));
    }

    private static StoredIntegration stored(
            String project,
            String name,
            String config,
            String secrets,
            long revision,
            OffsetDateTime updatedAt,
            @Nullable OffsetDateTime lastTest,
            @Nullable Boolean delivered,
            @Nullable String lastError,
            boolean gone) {
        return new StoredIntegration(
                new ProjectId(project),
                Channel.named(name).orElseThrow(),
                Json.mapper().readTree(config).asObject(),
                Json.mapper().readValue(secrets, SEALED),
                revision,
                updatedAt.toInstant(),
                lastTest == null ? null : lastTest.toInstant(),
                delivered,
                lastError,
                gone);
    }

    /// Creates or replaces an integration; what was known about its working is forgotten.
    void save(
            ProjectId project,
            Channel channel,
            ObjectNode config,
            Map<String, String> sealed,
            Instant now) {
        String shown = config.toString();
        String secrets = Json.mapper().writeValueAsString(sealed);
        database.answer(sql ->
                sql.insertInto(INTEGRATIONS)
                        .set(INTEGRATIONS.PROJECT, project.value())
                        .set(INTEGRATIONS.NAME, channel.text())
                        .set(INTEGRATIONS.CONFIG, shown)
                        .set(INTEGRATIONS.SECRETS, secrets)
                        .set(INTEGRATIONS.REVISION, 1L)
                        .set(INTEGRATIONS.CREATED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(INTEGRATIONS.UPDATED_AT, now.atOffset(ZoneOffset.UTC))
                        .onConflict(INTEGRATIONS.PROJECT, INTEGRATIONS.NAME)
                        .doUpdate()
                        .set(INTEGRATIONS.CONFIG, shown)
                        .set(INTEGRATIONS.SECRETS, secrets)
                        .set(INTEGRATIONS.REVISION, INTEGRATIONS.REVISION.plus(1))
                        .set(INTEGRATIONS.UPDATED_AT, now.atOffset(ZoneOffset.UTC))
                        .setNull(INTEGRATIONS.LAST_TEST)
                        .setNull(INTEGRATIONS.DELIVERED)
                        .setNull(INTEGRATIONS.LAST_ERROR)
                        .set(INTEGRATIONS.GONE, false)
                        .execute());
    }

    /// Seals the secrets of an integration anew, unless it was changed meanwhile.
    void reseal(StoredIntegration integration, Map<String, String> sealed) {
        database.answer(sql ->
                sql.update(INTEGRATIONS)
                        .set(INTEGRATIONS.SECRETS, Json.mapper().writeValueAsString(sealed))
                        .where(isFor(integration.project(), integration.channel()))
                        .and(INTEGRATIONS.REVISION.eq(integration.revision()))
                        .execute());
    }

    /// Remembers how a test ended, unless the config was changed meanwhile. A test that works opens
    /// what was closed.
    ///
    /// @param error why it was not delivered; null if it was
    void recordTest(StoredIntegration tested, Instant at, @Nullable String error) {
        database.answer(sql ->
                sql.update(INTEGRATIONS)
                        .set(INTEGRATIONS.LAST_TEST, at.atOffset(ZoneOffset.UTC))
                        .set(INTEGRATIONS.DELIVERED, error == null)
                        .set(INTEGRATIONS.LAST_ERROR, error)
                        .set(INTEGRATIONS.GONE, error == null ? DSL.val(false) : INTEGRATIONS.GONE)
                        .where(isFor(tested.project(), tested.channel()))
                        .and(INTEGRATIONS.REVISION.eq(tested.revision()))
                        .execute());
    }

    /// Remembers how a delivery ended, unless the config was changed meanwhile. Writes only what is
    /// news, since there can be many.
    ///
    /// @param error why it was not delivered; null if it was
    /// @param gone whether the other side wants nothing any more
    void recordDelivery(StoredIntegration used, @Nullable String error, boolean gone) {
        if (Objects.equals(used.delivered(), error == null)
                && Objects.equals(used.lastError(), error)
                && used.gone() == gone) {
            return;
        }
        database.answer(sql ->
                sql.update(INTEGRATIONS)
                        .set(INTEGRATIONS.DELIVERED, error == null)
                        .set(INTEGRATIONS.LAST_ERROR, error)
                        .set(INTEGRATIONS.GONE, gone)
                        .where(isFor(used.project(), used.channel()))
                        .and(INTEGRATIONS.REVISION.eq(used.revision()))
                        .execute());
    }

    void delete(ProjectId project, Channel channel) {
        database.answer(
                sql -> sql.deleteFrom(INTEGRATIONS).where(isFor(project, channel)).execute());
    }

    private static Condition isFor(ProjectId project, Channel channel) {
        return INTEGRATIONS.PROJECT.eq(project.value()).and(INTEGRATIONS.NAME.eq(channel.text()));
    }
}
