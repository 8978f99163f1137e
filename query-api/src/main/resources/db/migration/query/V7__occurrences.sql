-- The kept payloads of each group, written by the projector alone. Partitioned by the last day on which a row is stored,
-- so that days can differ by project, and whole partitions are dropped when their day is over. The projector makes each
-- partition, occurrences_YYYYMMDD, when the first row for its day comes.
--
-- The day stands in the record that a row is made of. So a record that is read twice makes the same key twice: one row.
create table occurrences (
    group_id       uuid        not null,
    project        text        not null,
    event_id       text        not null,
    event_time     timestamptz not null,
    append_time    timestamptz not null,
    -- Where the raw record stands.
    lane           integer     not null,
    record_offset  bigint      not null,
    expires_on     date        not null,
    cut            boolean     not null,
    severity       text,
    source         text,
    environment    text,
    message        text        not null,
    stack_trace    text,
    context        text,
    url            text,
    user_agent     text,
    ip_address     text,
    scrubbed       text,
    -- In the order in which they are listed; they are counted from it, too.
    primary key (group_id, append_time, lane, record_offset, expires_on)
) partition by range (expires_on);

-- What is older than a project wants is looked for here.
create index occurrences_by_age on occurrences (project, append_time);

-- Whether the group it leads to is forgotten. Such an alias is taken out of the log, and is gone then.
alter table error_aliases add column forgotten boolean not null default false;

create index error_aliases_forgotten on error_aliases (id) where forgotten;

-- The markers of deletions, which are forgotten by their age.
create index errors_deleted on errors (project, updated_at) where status = 'deleted';

-- Payloads whose group's state has not come. As good as empty; what stays in it belongs to a group that is forgotten.
create index errors_without_state on errors (event_append_time) where status is null;
