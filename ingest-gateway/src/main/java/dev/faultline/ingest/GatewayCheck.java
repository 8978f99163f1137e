package dev.faultline.ingest;

import dev.faultline.heartbeat.StageName;
import dev.faultline.telemetry.KafkaLink;
import dev.faultline.telemetry.StageCheck;
import java.util.Optional;

/// A gateway can do its job while Kafka takes what this process writes. It is judged by its
/// heartbeats, not by events: a gateway that is given none for being unready could never recover.
record GatewayCheck(KafkaLink kafka) implements StageCheck {
    @Override
    public StageName stage() {
        return StageName.INGEST_GATEWAY;
    }

    @Override
    public Optional<String> notReady() {
        return kafka.problem();
    }
}
