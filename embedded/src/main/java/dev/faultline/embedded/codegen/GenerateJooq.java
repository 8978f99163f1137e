package dev.faultline.embedded.codegen;

import dev.faultline.embedded.Directories;
import dev.faultline.embedded.EmbeddedPostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/**
 * Generates the jOOQ classes of one schema, in the build: starts a temporary PostgreSQL, runs the
 * migrations with Flyway, reads the schema. Does nothing while the migrations, the arguments and
 * the generator are those of the last run.
 */
public final class GenerateJooq {

    private static final String USAGE =
            "GenerateJooq needs: <directory of the migrations> <output directory> <package> <schema> [<regular expression of"
                    + " tables to leave out>]";

    private GenerateJooq() {}

    public static void main(String... arguments) throws Exception {
        if (arguments.length < 4 || arguments.length > 5) {
            System.err.println(USAGE);
            System.exit(2);
        }
        // Before the first logger: without it, Logback prints every DEBUG line of jOOQ and Flyway
        // into the build.
        System.setProperty(
                "logback.configurationFile", "dev/faultline/embedded/codegen/logback-codegen.xml");
        var leftOut = arguments.length == 5 ? "|" + arguments[4] : "";
        generate(Path.of(arguments[0]), Path.of(arguments[1]), arguments[2], arguments[3], leftOut);
    }

    private static void generate(
            Path migrations, Path output, String targetPackage, String schema, String leftOut)
            throws Exception {
        if (!Files.isDirectory(migrations)) {
            throw new IllegalArgumentException(
                    "There is no directory of migrations at "
                            + migrations
                            + ": correct the first argument.");
        }
        var stamp =
                new Stamp(Path.of(output + ".stamp"), migrations, targetPackage, schema, leftOut);
        if (Files.isDirectory(output) && stamp.isCurrent()) {
            return;
        }
        stamp.delete();
        Directories.deleteRecursively(output);
        Files.createDirectories(output);
        var temporary = Files.createTempDirectory("faultline-jooq-");
        try (var postgres = EmbeddedPostgresServer.start(temporary, 0)) {
            migrate(postgres.jdbcUrl(), migrations, schema);
            GenerationTool.generate(
                    configuration(postgres.jdbcUrl(), output, targetPackage, schema, leftOut));
        } finally {
            deleteQuietly(temporary);
        }
        stamp.write();
        System.out.println("Generated the jOOQ classes of schema " + schema + " in " + output);
    }

    private static void migrate(String jdbcUrl, Path migrations, String schema) {
        Flyway.configure()
                .dataSource(jdbcUrl, "postgres", null)
                .locations("filesystem:" + migrations)
                .schemas(schema)
                .createSchemas(true)
                .load()
                .migrate();
    }

    private static Configuration configuration(
            String jdbcUrl, Path output, String targetPackage, String schema, String leftOut) {
        return new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(
                        new Jdbc()
                                .withDriver("org.postgresql.Driver")
                                .withUrl(jdbcUrl)
                                .withUser("postgres"))
                .withGenerator(
                        new Generator()
                                .withDatabase(
                                        new Database()
                                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                                .withInputSchema(schema)
                                                .withIncludes(".*")
                                                .withExcludes("flyway_schema_history" + leftOut))
                                .withGenerate(
                                        new Generate().withJavaTimeTypes(true).withDaos(false))
                                .withTarget(
                                        new Target()
                                                .withPackageName(targetPackage)
                                                .withDirectory(output.toString())));
    }

    private static void deleteQuietly(Path directory) {
        try {
            Directories.deleteRecursively(directory);
        } catch (IOException e) {
            System.err.println("Left behind: " + directory + " (" + e + ")");
        }
    }
}
