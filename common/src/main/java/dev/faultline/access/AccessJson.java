package dev.faultline.access;

import dev.faultline.json.Json;
import tools.jackson.core.JacksonException;

/// The JSON of an [AccessRecord] in its topic. The record's key says which kind it is.
final class AccessJson {

    private AccessJson() {}

    static byte[] write(AccessRecord record) {
        return Json.mapper().writeValueAsBytes(record);
    }

    /// @throws IllegalArgumentException if it can't be read as a whole
    static AccessRecord read(String recordKey, byte[] json) {
        AccessRecord record = parse(json, type(recordKey));
        if (!record.recordKey().equals(recordKey)) {
            throw new IllegalArgumentException("it belongs under " + record.recordKey());
        }
        return record;
    }

    private static Class<? extends AccessRecord> type(String recordKey) {
        if (recordKey.startsWith(KeyRecord.PREFIX)) {
            return KeyRecord.class;
        }
        if (recordKey.startsWith(MemberRecord.PREFIX)) {
            return MemberRecord.class;
        }
        if (recordKey.startsWith(ProjectRecord.PREFIX)) {
            return ProjectRecord.class;
        }
        throw new IllegalArgumentException("its kind is unknown");
    }

    private static AccessRecord parse(byte[] json, Class<? extends AccessRecord> type) {
        AccessRecord record;
        try {
            record = Json.mapper().readValue(json, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
        if (record == null) { // The JSON null.
            throw new IllegalArgumentException("null");
        }
        return record;
    }
}
