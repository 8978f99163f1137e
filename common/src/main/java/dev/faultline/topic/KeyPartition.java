package dev.faultline.topic;

import org.apache.kafka.common.utils.Utils;

/// Where Kafka's default partitioner puts a key. Clients in other languages must be set to this one
/// (murmur2).
public final class KeyPartition {

    private KeyPartition() {}

    public static int of(byte[] key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }
}
