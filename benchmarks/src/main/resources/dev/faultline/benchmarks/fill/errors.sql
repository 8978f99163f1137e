-- Groups as the projector writes them: project, scale and rest of the counts, first and last number of this statement.
with parameters as (
    select ?::text as project, ?::double precision as scale, ?::bigint as rest, ?::integer as first, ?::integer as last
),
numbered as (
    -- Hashes instead of random(): the same number is always the same group.
    select
        parameters.*,
        n,
        md5('group ' || n) as hash,
        (hashint8extended(n, 1) & 65535) / 65536.0 as age,
        (hashint8extended(n, 2) & 65535) / 65536.0 as recency,
        hashint8extended(n, 3) & 1023 as dice,
        hashint8extended(n, 4) & 15 as service
    from parameters, generate_series(parameters.first, parameters.last) as n
),
dated as (
    select
        numbered.*,
        -- First seen within the year; last seen rather lately.
        now() - interval '365 days' * age as first_seen,
        now() - interval '365 days' * age * power(recency, 3) - interval '1 minute' as last_seen
    from numbered
),
judged as (
    select
        dated.*,
        case
            when dice < 20 then 'fatal'
            when dice < 740 then 'error'
            when dice < 920 then 'warning'
            when dice < 1000 then 'info'
            else 'debug'
        end as severity,
        case when (hashint8extended(n, 5) & 3) > 0 then 'resolved' else 'unresolved' end as status
    from dated
)
insert into errors (
    id, project, fingerprint, grouping_version, generation, version, count, status, regressed, severity, level, source,
    environment, first_seen, last_seen, opened_at, created_at, updated_at, resolved_at, positions, command_offset,
    event_id, event_time, event_append_time, event_lane, event_offset, event_cut, message, stack_trace, context, url
)
select
    hash::uuid,
    project,
    md5(hash),
    2,
    1,
    (extract(epoch from last_seen) * 1000000)::bigint,
    1 + floor(scale / n)::bigint + case when n = 1 then rest else 0 end,
    status,
    false,
    severity,
    case when severity = 'fatal' then 'error' else severity end,
    'service-' || service,
    case when (hashint8extended(n, 6) & 3) = 0 then 'staging' else 'production' end,
    first_seen,
    last_seen,
    first_seen,
    first_seen,
    last_seen,
    case when status = 'resolved' then last_seen + (now() - last_seen) * 0.5 end,
    array [0, 0, 0, 0]::bigint[],
    -1,
    'filled-' || n,
    last_seen,
    last_seen,
    n % 4,
    n,
    false,
    format('Order %s of customer %s could not be charged: gateway %s closed the connection', n, left(hash, 8), service),
    (
        select
            'java.lang.IllegalStateException: the gateway closed the connection' || string_agg(
                format(E'\n    at com.acme.shop.%s.Handler%s.handle(Handler%s.java:%s)', substr(hash, f, 6), f, f, f * 17),
                '' order by f
            )
        from generate_series(1, 18) as f
    ),
    format('{"order_id":"%s","customer":"%s","attempt":3}', n, left(hash, 8)),
    'https://shop.acme.example/checkout/' || service
from judged
