package dev.faultline.access;

import dev.faultline.event.ProjectId;
import dev.faultline.kafka.Revisions;
import dev.faultline.kafka.TopicFeed;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// All keys, members and projects, in memory: what the topic of access says, within moments.
/// Thread-safe.
///
/// Who gets it from [AccessConfiguration] gets it when everything that was in the topic has been
/// read. While Kafka is away it keeps what it knows.
public final class AccessBook implements TopicFeed.Reader {

    private final Map<String, AccessRecord> records = new ConcurrentHashMap<>();
    private final Map<String, KeyRecord> keysByHmac = new ConcurrentHashMap<>();

    private final Revisions revisions = new Revisions();

    @Override
    public void take(String recordKey, byte @Nullable [] value, long revision) {
        AccessRecord record = value == null ? null : AccessJson.read(recordKey, value);
        revisions.advance(recordKey, revision, () -> replace(recordKey, record));
    }

    private void replace(String recordKey, @Nullable AccessRecord record) {
        AccessRecord before =
                record == null ? records.remove(recordKey) : records.put(recordKey, record);
        if (record instanceof KeyRecord key) {
            keysByHmac.put(key.hmac(), key);
        } else if (before instanceof KeyRecord key) {
            keysByHmac.remove(key.hmac());
        }
    }

    /// Waits until a record is of this revision or newer.
    ///
    /// @return whether it is
    public boolean await(String recordKey, long revision, Duration atMost)
            throws InterruptedException {
        return revisions.await(recordKey, revision, atMost);
    }

    Optional<KeyRecord> keyByHmac(String hmac) {
        return Optional.ofNullable(keysByHmac.get(hmac));
    }

    public Collection<KeyRecord> keys() {
        return List.copyOf(keysByHmac.values());
    }

    public List<KeyRecord> keysOf(ProjectId project) {
        return select(KeyRecord.class, key -> key.project().equals(project));
    }

    public Optional<KeyRecord> key(ProjectId project, String id) {
        return find(KeyRecord.class, KeyRecord.PREFIX + id)
                .filter(key -> key.project().equals(project));
    }

    public Optional<MemberRecord> member(ProjectId project, String id) {
        return find(MemberRecord.class, MemberRecord.PREFIX + id)
                .filter(member -> member.project().equals(project));
    }

    public List<MemberRecord> membersOf(ProjectId project) {
        return select(MemberRecord.class, member -> member.project().equals(project));
    }

    public List<MemberRecord> members(Predicate<MemberRecord> which) {
        return select(MemberRecord.class, which);
    }

    public Optional<ProjectRecord> project(ProjectId id) {
        return find(ProjectRecord.class, ProjectRecord.PREFIX + id);
    }

    public List<ProjectRecord> projects() {
        return select(ProjectRecord.class, _ -> true);
    }

    private <R extends AccessRecord> Optional<R> find(Class<R> type, String recordKey) {
        return Optional.ofNullable(records.get(recordKey)).map(type::cast);
    }

    private <R extends AccessRecord> List<R> select(Class<R> type, Predicate<R> which) {
        return records.values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(which)
                .toList();
    }
}
