-- Ids by which groups are known besides their own. At most one row for each group that an earlier grouping made, and one
-- for each id that a gateway of another version or with other rules answered.
create table error_aliases (
    id         uuid  not null primary key,
    project    text  not null,
    canonical  uuid  not null,
    -- moved: all events of the id are counted in the canonical group. answered: it was answered for some event of it.
    kind       text  not null
);

create index error_aliases_by_canonical on error_aliases (canonical);

-- Of the payload: what the client wants the event grouped by (a JSON list), and how many secrets were removed from it
-- (a JSON object). Null where there is nothing.
alter table errors
    add column client_fingerprint text,
    add column scrubbed           text;
