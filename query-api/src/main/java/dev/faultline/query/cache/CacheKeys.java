package dev.faultline.query.cache;

import dev.faultline.event.ProjectId;
import java.time.Duration;

/// Every key this stage uses in Redis.
///
/// @param prefix of the installation, so that several can share a server
record CacheKeys(String prefix) {

    /// A lost generation is replaced by a new one, so this only bounds what idle projects occupy.
    static final Duration GENERATION_TTL = Duration.ofDays(1);

    /// `<prefix>query:generation`: changes when a projector starts.
    String generation() {
        return prefix + "query:generation";
    }

    /// `<prefix>query:generation:<project>`: changes with the project's data.
    String generation(ProjectId project) {
        return prefix + "query:generation:" + project;
    }

    /// `<prefix>query:answer:<kind>:<project>:<generation>:<question>`, kept as long as its
    /// settings say.
    String answer(CachedAnswer kind, ProjectId project, String generation, String question) {
        return prefix
                + "query:answer:"
                + kind.text()
                + ':'
                + project
                + ':'
                + generation
                + ':'
                + question;
    }

    /// `<prefix>query:shared:<kind>:<question>`, kept as long as its settings say.
    String sharedAnswer(CachedAnswer kind, String question) {
        return prefix + "query:shared:" + kind.text() + ':' + question;
    }
}
