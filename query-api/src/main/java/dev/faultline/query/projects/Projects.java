package dev.faultline.query.projects;

import dev.faultline.access.AccessBook;
import dev.faultline.access.ApiKey;
import dev.faultline.access.ConfiguredKeys;
import dev.faultline.access.MemberRecord;
import dev.faultline.access.Permission;
import dev.faultline.access.ProjectRecord;
import dev.faultline.access.Role;
import dev.faultline.event.ProjectId;
import dev.faultline.query.access.AccessEditor;
import dev.faultline.query.access.KeyMint;
import dev.faultline.query.access.KeyRequest;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// The projects that a caller belongs to. A member's are those whose team has him, by his e-mail;
/// the operator's keys belong to their own project and to those made with it. Thread-safe.
final class Projects {

    /// Projects that somebody made, in all.
    static final int MOST_PROJECTS = 1_000;

    private final AccessBook book;
    private final ConfiguredKeys configured;
    private final ProjectRepository repository;
    private final KeyMint mint;
    private final AccessEditor editor;
    private final InstantSource clock;

    Projects(
            AccessBook book,
            ConfiguredKeys configured,
            ProjectRepository repository,
            KeyMint mint,
            AccessEditor editor,
            InstantSource clock) {
        this.book = book;
        this.configured = configured;
        this.repository = repository;
        this.mint = mint;
        this.editor = editor;
        this.clock = clock;
    }

    /// By their ids.
    List<Membership> of(ApiKey caller) {
        Optional<MemberRecord> member = member(caller);
        Stream<Membership> memberships =
                member.isPresent()
                        ? ofPerson(member.get()).map(m -> membership(m.project(), m.role()))
                        : ofOperator(caller).map(id -> membership(id, caller.role()));
        return memberships.sorted(Comparator.comparing(m -> m.id().value())).toList();
    }

    /// Makes a project, its first key, and if the caller is somebody's key, the same person its
    /// owner.
    ///
    /// @throws ApiException `409` if there is one of this id already, or there are too many
    Created create(ApiKey caller, ProjectRequest wanted) {
        return editor.inTurn(() -> {
            requireNew(wanted.id());
            ProjectRecord project =
                    new ProjectRecord(
                            wanted.id(), wanted.name(), clock.instant(), caller.project());
            Optional<MemberRecord> owner = member(caller).map(member -> owner(member, project));
            KeyMint.Minted key =
                    mint.key(
                            project.project(),
                            KeyRequest.of("First key", Permission.ADMIN),
                            owner.map(MemberRecord::id).orElse(null));
            editor.put(project);
            owner.ifPresent(editor::put);
            editor.put(key.key());
            return new Created(project, key);
        });
    }

    /// @throws ApiException `404` if the caller does not belong to it, `403` if his role there does
    ///   not allow it
    Renamed rename(ApiKey caller, String id, String name) {
        return editor.inTurn(() -> {
            Membership membership =
                    of(caller).stream()
                            .filter(candidate -> candidate.id().value().equals(id))
                            .findFirst()
                            .orElseThrow(() ->
                                    new ApiException(ProblemType.NOT_FOUND, "Project not found"));
            if (membership.role().isBelow(Role.ADMIN)) {
                throw new ApiException(
                        ProblemType.FORBIDDEN,
                        "The role '%s' in this project does not allow this: it takes 'admin' or more"
                                .formatted(membership.role().text()));
            }
            ProjectRecord before = membership.project();
            ProjectRecord after = before.named(name);
            editor.put(after);
            return new Renamed(before, after, membership.role());
        });
    }

    private Optional<MemberRecord> member(ApiKey caller) {
        return Optional.ofNullable(caller.member())
                .flatMap(id -> book.member(caller.project(), id));
    }

    private Stream<MemberRecord> ofPerson(MemberRecord person) {
        return book
                .members(other ->
                        other.hasJoined() && other.email().equalsIgnoreCase(person.email()))
                .stream();
    }

    private Stream<ProjectId> ofOperator(ApiKey caller) {
        return Stream.concat(
                Stream.of(caller.project()),
                book.projects().stream()
                        .filter(project -> project.parent().equals(caller.project()))
                        .map(ProjectRecord::project)
                        .filter(id -> !id.equals(caller.project())));
    }

    /// A project that nobody made has its id for a name.
    private Membership membership(ProjectId id, Role role) {
        Optional<ProjectRecord> known = book.project(id);
        return new Membership(
                known.orElseGet(() -> new ProjectRecord(id, id.value(), clock.instant(), id)),
                known.isPresent(),
                role);
    }

    private MemberRecord owner(MemberRecord person, ProjectRecord project) {
        return new MemberRecord(
                UUID.randomUUID().toString(),
                project.project(),
                person.email(),
                person.name(),
                Role.OWNER,
                project.createdAt(),
                project.createdAt(),
                null);
    }

    private void requireNew(ProjectId id) {
        if (isKnown(id)) {
            throw new ApiException(
                    ProblemType.CONFLICT, "A project with the id %s exists already".formatted(id));
        }
        if (book.projects().size() >= MOST_PROJECTS) {
            throw new ApiException(
                    ProblemType.CONFLICT,
                    "There are %d projects, as many as there can be".formatted(MOST_PROJECTS));
        }
    }

    /// Also one that nobody made, but that has keys or errors: who makes a project must not come
    /// upon what belongs to others.
    private boolean isKnown(ProjectId id) {
        return id.equals(ProjectId.DEFAULT)
                || book.project(id).isPresent()
                || !configured.of(id).isEmpty()
                || !book.keysOf(id).isEmpty()
                || !book.membersOf(id).isEmpty()
                || repository.hasErrors(id);
    }

    /// A project, as somebody belongs to it.
    ///
    /// @param made whether somebody made or named it
    record Membership(ProjectRecord project, boolean made, Role role) {

        ProjectId id() {
            return project.project();
        }
    }

    record Created(ProjectRecord project, KeyMint.Minted key) {}

    record Renamed(ProjectRecord before, ProjectRecord after, Role role) {}
}
