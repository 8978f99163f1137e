-- What API keys use. One row for each key, class and hour in which it was used; kept for 90 days.
create table key_usage_hours (
    key_id   text        not null,
    -- ingest (its unit is the event), analytics or general (requests).
    class    text        not null,
    hour     timestamptz not null,
    within   bigint      not null,
    -- Over the limit, and let through: the limit was only observed.
    over     bigint      not null,
    -- Over the limit, and refused.
    refused  bigint      not null,
    primary key (key_id, class, hour)
);

create index key_usage_hours_by_age on key_usage_hours (hour);

-- When each key was used last. One row for each key that was used in the last 90 days.
create table key_usage (
    key_id     text        not null primary key,
    project    text        not null,
    last_used  timestamptz not null
);

create index key_usage_by_project on key_usage (project);
