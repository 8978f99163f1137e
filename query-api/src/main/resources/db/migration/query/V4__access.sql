-- Who changed what, by project, from the topic of the audit trail. Each line holds a hash of itself and of the one
-- before it, so that one that was changed or taken out shows.
create table audit_log (
    project  text         not null,
    -- 1, 2, 3 and so on within the project.
    seq      bigint       not null,
    -- A line that comes twice is one.
    id       uuid         not null unique,
    at       timestamptz  not null,
    -- The line itself, as it stands in the topic.
    entry    text         not null,
    hash     text         not null,
    primary key (project, seq)
);

create index audit_log_by_time on audit_log (at);

-- Lines come and, after a year, go. Nobody changes one.
create function audit_log_is_append_only() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.at < now() - interval '360 days' then
        return old;
    end if;
    raise exception 'audit_log is append-only';
end
$$;

create trigger audit_log_append_only before update or delete on audit_log
    for each row execute function audit_log_is_append_only();

create trigger audit_log_keeps_all before truncate on audit_log
    for each statement execute function audit_log_is_append_only();
