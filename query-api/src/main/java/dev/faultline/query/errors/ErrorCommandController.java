package dev.faultline.query.errors;

import dev.faultline.access.ApiKey;
import dev.faultline.group.GroupCommand;
import dev.faultline.web.Envelope;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/// `PUT /api/errors/{id}/resolve` and `DELETE /api/errors/{id}`.
@RestController
class ErrorCommandController {

    private final ErrorCommands commands;

    ErrorCommandController(ErrorCommands commands) {
        this.commands = commands;
    }

    @PutMapping("/api/errors/{id}/resolve")
    Envelope<Status> resolve(ApiKey key, @PathVariable String id) {
        commands.execute(ErrorPath.id(id), new GroupCommand.Resolve(key.project()));
        return Envelope.of(new Status("resolved"));
    }

    @DeleteMapping("/api/errors/{id}")
    ResponseEntity<Void> delete(ApiKey key, @PathVariable String id) {
        commands.execute(ErrorPath.id(id), new GroupCommand.Delete(key.project()));
        return ResponseEntity.noContent().build();
    }

    record Status(String status) {}
}
