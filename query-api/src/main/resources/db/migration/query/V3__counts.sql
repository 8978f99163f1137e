-- What happened over time: the cells of `faultline.errors.counts`, absolute values. Each lane of the aggregator has cells
-- of its own, so that projectors never write the same row; readers add them up.
create table event_counts (
    project   text         not null,
    -- minute (kept for 3 days), quarter_hour, hour and day (kept for 400 days).
    span      text         not null,
    start     timestamptz  not null,
    lane      integer      not null,
    fatal     bigint       not null,
    error     bigint       not null,
    warning   bigint       not null,
    info      bigint       not null,
    debug     bigint       not null,
    resolved  bigint       not null,
    primary key (project, span, start, lane)
)
-- Cells of now are written again and again.
with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);

-- For removing what is too old.
create index event_counts_by_age on event_counts (span, start);

alter table errors
    -- When the event happened that opened the group: its first, or the one that reopened it.
    add column opened_at         timestamptz,
    -- How long it was open until it was resolved; null while it is not.
    add column resolution_millis bigint generated always as (
        case
            when status = 'resolved'
            then greatest(0, (extract(epoch from resolved_at - opened_at) * 1000)::bigint)
        end
    ) stored;

update errors set opened_at = first_seen where first_seen is not null;

-- How many groups can be seen, by all that a list can be filtered by. The shards of a row add up: writers that run at the
-- same time seldom wait for each other.
create table error_totals (
    project            text     not null,
    source             text     not null,
    severity           text     not null,
    status             text     not null,
    shard              integer  not null,
    groups             bigint   not null,
    resolution_millis  bigint   not null,
    primary key (project, source, severity, status, shard)
)
with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05);

-- Adds what a statement changed in the groups that can be seen. A change of what is not counted here, as of a group's own
-- count, cancels out and writes nothing. In the order of keys, so that writers wait for each other instead of blocking
-- each other.
create function keep_error_totals() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into query.error_totals as total
        select project, source, severity, status, pg_backend_pid() % 4, count(*), coalesce(sum(resolution_millis), 0)
        from added
        where visible
        group by project, source, severity, status
        order by project, source, severity, status
        on conflict (project, source, severity, status, shard) do update
        set groups = total.groups + excluded.groups,
            resolution_millis = total.resolution_millis + excluded.resolution_millis;
    elsif tg_op = 'DELETE' then
        insert into query.error_totals as total
        select project, source, severity, status, pg_backend_pid() % 4, -count(*), -coalesce(sum(resolution_millis), 0)
        from removed
        where visible
        group by project, source, severity, status
        order by project, source, severity, status
        on conflict (project, source, severity, status, shard) do update
        set groups = total.groups + excluded.groups,
            resolution_millis = total.resolution_millis + excluded.resolution_millis;
    else
        insert into query.error_totals as total
        select project, source, severity, status, pg_backend_pid() % 4, sum(groups), sum(millis)
        from (
            select project, source, severity, status, 1 as groups, coalesce(resolution_millis, 0) as millis
            from added
            where visible
            union all
            select project, source, severity, status, -1, -coalesce(resolution_millis, 0)
            from removed
            where visible
        ) changes
        group by project, source, severity, status
        having sum(groups) <> 0 or sum(millis) <> 0
        order by project, source, severity, status
        on conflict (project, source, severity, status, shard) do update
        set groups = total.groups + excluded.groups,
            resolution_millis = total.resolution_millis + excluded.resolution_millis;
    end if;
    return null;
end
$$;

create trigger errors_inserted after insert on errors
    referencing new table as added
    for each statement execute function keep_error_totals();

create trigger errors_updated after update on errors
    referencing old table as removed new table as added
    for each statement execute function keep_error_totals();

create trigger errors_deleted after delete on errors
    referencing old table as removed
    for each statement execute function keep_error_totals();

insert into error_totals
select project, source, severity, status, 0, count(*), coalesce(sum(resolution_millis), 0)
from errors
where visible
group by project, source, severity, status;
