-- Where a project's notices go: one row for each integration that is configured.
create table integrations (
    project     text        not null,
    name        text        not null,
    -- What may be shown, as JSON: secrets are masked.
    config      text        not null,
    -- The secrets, as a JSON object from field to sealed text. They are sealed for this project, name and field.
    secrets     text        not null,
    -- Grows with every change, so that the outcome of a test is not taken for that of another config.
    revision    bigint      not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,

    -- The last test and the last delivery of any kind since the last change. Null until there was one.
    last_test   timestamptz,
    delivered   boolean,
    last_error  text,
    primary key (project, name)
);
