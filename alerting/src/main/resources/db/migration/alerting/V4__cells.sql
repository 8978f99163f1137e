-- The past of alert rules' counts: for previews and explanations. Filled from the topic alerts.cells.
create table alert_cells (
    project   text        not null,
    -- When the minute begins.
    minute    timestamptz not null,
    -- The counter that counted them.
    lane      integer     not null,
    -- Whether seconds and groups are told apart; older minutes have one count for each kind.
    fine      boolean     not null,
    -- Grows with every write, so that no process overwrites what it does not know.
    revision  bigint      not null,
    -- Everything counted in this minute; the code says how.
    cells     bytea       not null,
    primary key (project, minute, lane)
) with (fillfactor = 70);

-- What becomes coarse next, and what is too old.
create index on alert_cells (fine, minute);

-- Up to when lanes have counted, as each partition of the topic was told.
create table alert_ticks (
    shard      integer     not null,
    lane       integer     not null,
    -- The first time that was told: what was before is not known.
    since      timestamptz not null,
    told_at    timestamptz not null,
    watermark  timestamptz not null,
    primary key (shard, lane)
);
