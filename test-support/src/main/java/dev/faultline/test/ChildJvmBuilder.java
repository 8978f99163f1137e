package dev.faultline.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Describes a {@link ChildJvm}. Not thread-safe. */
public final class ChildJvmBuilder {

    /** As the tests themselves run, see the parent pom. */
    private static final List<String> JVM_OPTIONS =
            List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    private final String mainClass;
    private final List<String> jvmOptions = new ArrayList<>(JVM_OPTIONS);
    private final List<String> arguments = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();

    ChildJvmBuilder(String mainClass) {
        this.mainClass = mainClass;
    }

    /** Arguments of the main method. */
    public ChildJvmBuilder arguments(Object... more) {
        for (var argument : more) {
            arguments.add(argument.toString());
        }
        return this;
    }

    /** Options of the JVM, such as {@code -Xmx256m}. */
    public ChildJvmBuilder jvmOptions(String... more) {
        Collections.addAll(jvmOptions, more);
        return this;
    }

    /** A system property. */
    public ChildJvmBuilder property(String key, Object value) {
        return jvmOptions("-D" + key + "=" + value);
    }

    /** A variable, on top of this JVM's own. */
    public ChildJvmBuilder environment(String key, Object value) {
        environment.put(key, value.toString());
        return this;
    }

    /** Starts it; its output goes to a new file below {@code target/child-jvms}. */
    public ChildJvm start() {
        var name = mainClass.substring(mainClass.lastIndexOf('.') + 1);
        try {
            var log =
                    Files.createTempFile(
                            Files.createDirectories(Path.of("target", "child-jvms")),
                            name + "-",
                            ".log");
            var builder =
                    new ProcessBuilder(command())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            return new ChildJvm(name, builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + mainClass, e);
        }
    }

    private List<String> command() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(arguments);
        return command;
    }
}
