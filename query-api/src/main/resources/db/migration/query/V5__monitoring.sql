-- What the installation has looked like, written by one query API at a time.

-- Who records now, and until when it has. At most one row.
create table monitoring_recorder (
    only_row     boolean     not null primary key default true check (only_row),
    -- When recording began: uptime is told since then.
    began_at     timestamptz not null,
    recorder     text        not null,
    recorded_at  timestamptz not null
);

-- When a service was unhealthy; `overall` for the installation. Bounded in number and age.
create table service_outages (
    service     text        not null,
    started_at  timestamptz not null,
    -- Null while it lasts.
    ended_at    timestamptz,
    reason      text        not null,
    primary key (service, started_at)
);

create unique index service_outages_open on service_outages (service) where ended_at is null;
create index service_outages_by_age on service_outages (started_at);

-- What each process used and answered, minute by minute, from its heartbeats. Kept for 31 days.
create table instance_minutes (
    minute         timestamptz      not null,
    instance       text             not null,
    host           text             not null,
    -- Means over the minute, in percent; null where nobody could tell.
    cpu            double precision,
    memory         double precision,
    disk           double precision,
    -- What was added in the minute.
    network_in     bigint           not null,
    network_out    bigint           not null,
    requests       bigint           not null,
    server_errors  bigint           not null,
    total_millis   double precision not null,
    -- Requests by class of latency.
    latencies      bigint[]         not null,
    primary key (minute, instance)
);
