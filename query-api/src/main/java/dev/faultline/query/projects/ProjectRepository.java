package dev.faultline.query.projects;

import static dev.faultline.query.db.Tables.ERRORS;

import dev.faultline.event.ProjectId;
import dev.faultline.query.database.QueryDatabase;

/// What the tables know of projects.
final class ProjectRepository {

    private final QueryDatabase database;

    ProjectRepository(QueryDatabase database) {
        this.database = database;
    }

    boolean hasErrors(ProjectId project) {
        return database.answer(db ->
                db.fetchExists(
                        db.selectOne().from(ERRORS).where(ERRORS.PROJECT.eq(project.value()))));
    }
}
