-- What the API reads: one row for each group, written by the projector alone.
--
-- Two topics fill a row, in any order: `groups` (the state, guarded by `version`) and `occurrences` (the payload of the
-- latest kept event, guarded by its time). Texts that come from outside are of type text, json included: PostgreSQL's
-- json types refuse values that are legal JSON, and one such value must not stop the projector.
create table errors (
    id                 uuid        not null primary key,
    project            text        not null,

    -- The state, from the newest snapshot. Null until one has come.
    fingerprint        text,
    grouping_version   integer,
    generation         integer,
    version            bigint,
    count              bigint,
    status             text,
    regressed          boolean,
    severity           text,
    level              text,
    source             text,
    environment        text,
    first_seen         timestamptz,
    last_seen          timestamptz,
    created_at         timestamptz,
    updated_at         timestamptz,
    resolved_at        timestamptz,
    -- The highest raw offset applied, by lane.
    positions          bigint[],
    command_offset     bigint,

    -- When the group was deleted last. The row stays as a marker, so that an older snapshot or payload can't revive it.
    deleted_at         timestamptz,

    -- The payload, from the latest kept occurrence. Null until one has come, and after a delete.
    event_id           text,
    event_time         timestamptz,
    event_append_time  timestamptz,
    event_lane         integer,
    event_offset       bigint,
    event_cut          boolean,
    message            text,
    stack_trace        text,
    context            text,
    url                text,
    user_agent         text,
    ip_address         text,

    visible            boolean     not null generated always as
        (status is not null and status <> 'deleted' and message is not null) stored
)
-- Room on each page, so that a changed row stays near its old place.
with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);

-- The list, by each filter it knows. They hold what counting needs too.
create index errors_by_last_seen on errors (project, last_seen desc, id) where visible;
create index errors_by_level on errors (project, level, last_seen desc, id) where visible;
create index errors_by_source on errors (project, source, last_seen desc, id) where visible;

-- The recovery of payloads looks here; it is as good as empty.
create index errors_without_payload on errors (id)
    where status is not null and status <> 'deleted' and message is null;

-- GET /api/events/{event_id} looks here before it searches the log.
create index errors_by_event on errors (event_id) where event_id is not null;

-- How far the projector has come, stored in the transaction that stores what it read.
create table projection_offsets (
    topic        text    not null,
    partition    integer not null,
    next_offset  bigint  not null,
    -- An offset means something in the log it was read from only.
    cluster_id   text    not null,
    topic_id     text    not null,
    primary key (topic, partition)
);

-- Events that were not counted. Bounded in number and age.
create table event_outcomes (
    lane           integer     not null,
    record_offset  bigint      not null,
    project        text,
    event_id       text,
    outcome        text        not null,
    group_id       uuid,
    reason         text,
    recorded_at    timestamptz not null,
    primary key (lane, record_offset)
);

create index event_outcomes_by_event on event_outcomes (event_id) where event_id is not null;
create index event_outcomes_by_age on event_outcomes (recorded_at);
