package dev.faultline.embedded.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateJooqIT {

    @TempDir Path directory;

    @Test
    void generatesClassesAndSkipsWhileMigrationsAreUnchanged() throws Exception {
        migration(
                "V1__errors.sql",
                """
                create type level as enum ('error', 'warning');
                create table errors (
                  id uuid primary key, level level not null, tags jsonb not null default '{}', lines text[],
                  at timestamptz not null, upper_id text generated always as (upper(id::text)) stored);
                create table counts (minute timestamptz not null, n bigint) partition by range (minute);
                create table counts_p2026 partition of counts for values from ('2026-01-01') to ('2027-01-01');
                """);
        generate();
        var errors = generated("tables/Errors.java");
        assertThat(errors)
                .content()
                .contains("OffsetDateTime")
                .contains("JSONB")
                .contains("package test.db.tables");
        assertThat(generated("tables/Counts.java")).exists();
        assertThat(generated("tables/CountsP2026.java")).doesNotExist();
        assertThat(generated("tables/FlywaySchemaHistory.java")).doesNotExist();

        var longAgo = FileTime.from(Instant.EPOCH);
        Files.setLastModifiedTime(errors, longAgo);
        generate();
        assertThat(Files.getLastModifiedTime(errors)).isEqualTo(longAgo);

        migration(
                "V2__teams.sql",
                "create table teams (id bigint generated always as identity primary key);");
        generate();
        assertThat(generated("tables/Teams.java")).exists();
        assertThat(Files.getLastModifiedTime(errors)).isNotEqualTo(longAgo);
    }

    private void migration(String name, String sql) throws IOException {
        Files.writeString(
                Files.createDirectories(directory.resolve("migrations")).resolve(name), sql);
    }

    private Path generated(String file) {
        return directory.resolve("out/test/db").resolve(file);
    }

    private void generate() throws Exception {
        GenerateJooq.main(
                directory.resolve("migrations").toString(),
                directory.resolve("out").toString(),
                "test.db",
                "test",
                ".*_p[0-9]+");
    }
}
