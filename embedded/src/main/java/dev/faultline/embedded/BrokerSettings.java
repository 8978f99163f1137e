package dev.faultline.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The settings of the one broker: small, on the loopback interface, quickly back after a crash. */
final class BrokerSettings {

    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";

    private static final Map<String, String> FIXED =
            Map.ofEntries(
                    Map.entry("process.roles", "broker,controller"),
                    Map.entry("node.id", Integer.toString(NODE_ID)),
                    Map.entry("controller.listener.names", CONTROLLER),
                    Map.entry(
                            "listener.security.protocol.map",
                            "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                    Map.entry("inter.broker.listener.name", "PLAINTEXT"),
                    Map.entry("server.max.startup.time.ms", "60000"),
                    // A typing error in a topic's name shall not make a topic with the wrong
                    // partition count.
                    Map.entry("auto.create.topics.enable", "false"),
                    Map.entry("default.replication.factor", "1"),
                    Map.entry("min.insync.replicas", "1"),
                    // Ten years. The default forgets after a week without members how far a group
                    // has
                    // read: a laptop switched on after its holidays would count what is left anew.
                    Map.entry("offsets.retention.minutes", "5256000"),
                    Map.entry("offsets.topic.num.partitions", "1"),
                    Map.entry("offsets.topic.replication.factor", "1"),
                    Map.entry("transaction.state.log.num.partitions", "1"),
                    Map.entry("transaction.state.log.replication.factor", "1"),
                    Map.entry("transaction.state.log.min.isr", "1"),
                    Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                    Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                    Map.entry("share.coordinator.state.topic.min.isr", "1"),
                    Map.entry("group.initial.rebalance.delay.ms", "0"),
                    // After a kill -9 the controller refuses the broker until the session of its
                    // predecessor ends.
                    Map.entry("broker.session.timeout.ms", "1000"),
                    Map.entry("broker.heartbeat.interval.ms", "250"),
                    // A killed transactional client holds back its readers until its transaction is
                    // aborted.
                    Map.entry(
                            "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000"),
                    // Memory.
                    Map.entry("log.cleaner.dedupe.buffer.size", "2097152"),
                    Map.entry("num.network.threads", "1"),
                    Map.entry("num.io.threads", "2"));

    private BrokerSettings() {}

    /**
     * @param controllerPort may differ from start to start: the only voter is the broker itself
     */
    static Properties of(Path logs, int port, int controllerPort) {
        var settings = new Properties();
        settings.putAll(FIXED);
        settings.put("log.dirs", logs.toString());
        settings.put(
                "listeners",
                "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                        .formatted(port, controllerPort));
        settings.put(
                "controller.quorum.voters", "%d@127.0.0.1:%d".formatted(NODE_ID, controllerPort));
        return settings;
    }
}
