package dev.faultline.query.audit;

import static dev.faultline.query.db.Tables.AUDIT_LOG;

import dev.faultline.audit.AuditEntry;
import dev.faultline.event.ProjectId;
import dev.faultline.query.audit.AuditChain.StoredLine;
import dev.faultline.query.database.QueryDatabase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/// The table of the audit log, which only grows at its end and goes at its beginning.
final class AuditRepository {

    private final QueryDatabase database;

    AuditRepository(QueryDatabase database) {
        this.database = database;
    }

    /// The newest first.
    ///
    /// @param before lines with a smaller number only
    List<StoredLine> page(ProjectId project, long before, int limit) {
        return database.answer(db ->
                db.select(AUDIT_LOG.SEQ, AUDIT_LOG.ENTRY, AUDIT_LOG.HASH)
                        .from(AUDIT_LOG)
                        .where(AUDIT_LOG.PROJECT.eq(project.value()))
                        .and(AUDIT_LOG.SEQ.lt(before))
                        .orderBy(AUDIT_LOG.SEQ.desc())
                        .limit(limit)
                        .fetch(row -> new StoredLine(row.value1(), row.value2(), row.value3())));
    }

    /// The oldest first.
    ///
    /// @param after lines with a greater number only
    List<StoredLine> pageAfter(ProjectId project, long after, int limit) {
        return database.answer(db ->
                db.select(AUDIT_LOG.SEQ, AUDIT_LOG.ENTRY, AUDIT_LOG.HASH)
                        .from(AUDIT_LOG)
                        .where(AUDIT_LOG.PROJECT.eq(project.value()))
                        .and(AUDIT_LOG.SEQ.gt(after))
                        .orderBy(AUDIT_LOG.SEQ)
                        .limit(limit)
                        .fetch(row -> new StoredLine(row.value1(), row.value2(), row.value3())));
    }

    /// Appends the lines that are not there yet, all or none.
    ///
    /// @param lines of any projects, in their order
    /// @throws DataAccessException also if another process appends to one of the projects: then
    ///   nothing is appended
    void append(List<ReadLine> lines) {
        database.projection()
                .transaction(configuration -> {
                    DSLContext db = configuration.dsl();
                    Set<UUID> known = known(db, lines);
                    Map<String, StoredLine> last = new HashMap<>();
                    for (ReadLine line : lines) {
                        if (known.add(line.id())) {
                            String project = line.entry().actor().project().value();
                            StoredLine next =
                                    last.computeIfAbsent(project, p -> last(db, p))
                                            .next(line.json());
                            append(db, line, next);
                            last.put(project, next);
                        }
                    }
                });
    }

    void forgetBefore(Instant end) {
        database.projection()
                .deleteFrom(AUDIT_LOG)
                .where(AUDIT_LOG.AT.lt(end.atOffset(ZoneOffset.UTC)))
                .execute();
    }

    private static Set<UUID> known(DSLContext db, List<ReadLine> lines) {
        return new HashSet<>(
                db.select(AUDIT_LOG.ID)
                        .from(AUDIT_LOG)
                        .where(AUDIT_LOG.ID.in(lines.stream().map(ReadLine::id).toList()))
                        .fetch(AUDIT_LOG.ID));
    }

    private static StoredLine last(DSLContext db, String project) {
        return db.select(AUDIT_LOG.SEQ, AUDIT_LOG.ENTRY, AUDIT_LOG.HASH)
                .from(AUDIT_LOG)
                .where(AUDIT_LOG.PROJECT.eq(project))
                .orderBy(AUDIT_LOG.SEQ.desc())
                .limit(1)
                .fetchOptional(row -> new StoredLine(row.value1(), row.value2(), row.value3()))
                .orElse(StoredLine.NONE);
    }

    /// Two that append to the same project at the same time can't both: the numbers are unique.
    private static void append(DSLContext db, ReadLine line, StoredLine stored) {
        db.insertInto(
                        AUDIT_LOG,
                        AUDIT_LOG.PROJECT,
                        AUDIT_LOG.SEQ,
                        AUDIT_LOG.ID,
                        AUDIT_LOG.AT,
                        AUDIT_LOG.ENTRY,
                        AUDIT_LOG.HASH)
                .values(
                        line.entry().actor().project().value(),
                        stored.seq(),
                        line.id(),
                        line.entry().at().atOffset(ZoneOffset.UTC),
                        stored.entry(),
                        stored.hash())
                .execute();
    }

    /// A line as it came from the topic.
    ///
    /// @param json the text that [#entry] was read from
    record ReadLine(UUID id, AuditEntry entry, String json) {}
}
