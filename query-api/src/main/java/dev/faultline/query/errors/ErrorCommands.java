package dev.faultline.query.errors;

import dev.faultline.group.GroupCommand;
import dev.faultline.group.GroupId;
import dev.faultline.query.cache.Generations;
import dev.faultline.query.progress.Waits;
import dev.faultline.web.ApiException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries out what people do to errors: the command goes into the log, and its effect comes back
/// through the projection.
final class ErrorCommands {

    private static final Logger LOGGER = LoggerFactory.getLogger(ErrorCommands.class);

    private final ErrorReads reads;
    private final ErrorRepository errors;
    private final CommandPublisher publisher;
    private final Waits waits;
    private final Generations generations;

    ErrorCommands(
            ErrorReads reads,
            ErrorRepository errors,
            CommandPublisher publisher,
            Waits waits,
            Generations generations) {
        this.reads = reads;
        this.errors = errors;
        this.publisher = publisher;
        this.waits = waits;
        this.generations = generations;
    }

    /// Returns when the effect can be read, or after a while: the command is durable then, and will
    /// have its effect.
    ///
    /// @throws ApiException `404` if there is no such error, `503` if Kafka did not take the
    ///   command
    void execute(GroupId id, GroupCommand command) {
        // Perhaps the id is an alias.
        GroupId group = reads.get(command.project(), id).id();
        long offset = publisher.publish(group, command);
        try {
            waits.forEffect(() -> applied(group, command, offset));
        } catch (ApiException e) {
            // The database has gone meanwhile. The command has not.
            LOGGER.debug("Nobody can see the effect of {}", command, e);
        }
        // The projector does so too, but perhaps a moment later: the next read must see it.
        generations.renew(List.of(command.project()));
    }

    private Optional<Boolean> applied(GroupId id, GroupCommand command, long offset) {
        return errors.standing(command.project(), id)
                .map(standing -> standing.commandOffset() >= offset)
                .filter(Boolean::booleanValue);
    }
}
