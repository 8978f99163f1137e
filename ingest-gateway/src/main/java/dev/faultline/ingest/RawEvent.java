package dev.faultline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.event.ErrorEvent;
import dev.faultline.event.EventJson;
import dev.faultline.event.RawKey;
import dev.faultline.topic.RawHeaders;
import org.apache.kafka.clients.producer.ProducerRecord;

/// An event ready for the raw topic.
///
/// @param event scrubbed, with id, time and sender filled in
/// @param revision of the project's settings by which it was scrubbed and fingerprinted
record RawEvent(Identity identity, ErrorEvent event, long revision) {
    ProducerRecord<byte[], byte[]> record(String topic) {
        RawKey key = identity.key();
        var raw = new ProducerRecord<>(topic, key.text().getBytes(UTF_8), EventJson.write(event));
        RawHeaders.put(raw.headers(), RawHeaders.PROJECT, key.project().value());
        RawHeaders.put(raw.headers(), RawHeaders.SCHEMA_VERSION, RawHeaders.CURRENT_SCHEMA);
        RawHeaders.putFingerprint(raw.headers(), identity.fingerprint());
        RawHeaders.putSettingsRevision(raw.headers(), revision);
        return raw;
    }
}
