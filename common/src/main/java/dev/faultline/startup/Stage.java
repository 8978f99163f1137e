package dev.faultline.startup;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;

/// Starts stages as Spring applications, one or several in a JVM.
///
/// Each stage has its own settings file, `<stage>.yml`, beside the common `faultline.yml`; so their
/// files don't hide each other when they share a class path.
public final class Stage {

    private static final Logger LOGGER = LoggerFactory.getLogger(Stage.class);

    private Stage() {}

    /// Runs one stage as this process; ends the process if the start fails.
    public static void main(String name, Class<?> application, String[] args) {
        prepare();
        try {
            var context = application(application, name).run(args);
            LOGGER.info(
                    "Serving on port {}",
                    context.getEnvironment().getProperty("local.server.port"));
        } catch (RuntimeException e) {
            exit(e);
        }
    }

    /// To be called first of all, before a virtual thread exists: with two carriers, virtual
    /// threads can deadlock while they load classes from a fat jar.
    public static void prepare() {
        System.setProperty("jdk.virtualThreadScheduler.parallelism", "16");
    }

    /// An application of these settings files, to be adjusted and run.
    ///
    /// @param settingsFiles names without `.yml`, separated by commas, in rising precedence
    public static SpringApplication application(Class<?> application, String settingsFiles) {
        SpringApplication spring = new SpringApplication(application);
        spring.setDefaultProperties(Map.of("spring.config.name", "faultline," + settingsFiles));
        return spring;
    }

    /// Says in one sentence why the start failed, and ends the process with code 1.
    public static void exit(RuntimeException failure) {
        StartupFailure.sentence(failure)
                .ifPresentOrElse(
                        sentence -> System.err.println("faultline: " + sentence),
                        () -> LOGGER.error("The start failed", failure));
        System.exit(1);
    }
}
