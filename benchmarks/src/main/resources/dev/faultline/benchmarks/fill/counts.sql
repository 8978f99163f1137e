-- The counts of a year as the projector writes them: project and number of events. More by day than by night, and the
-- same sum in minutes, quarters of an hour, hours and days.
with parameters as (
    select ?::text as project, ?::bigint as events
),
weighed as (
    select
        start,
        1.5 + sin(extract(hour from start at time zone 'UTC') * pi() / 12) as weight
    from generate_series(
        date_bin('15 minutes', now() - interval '365 days', 'epoch'),
        date_bin('15 minutes', now(), 'epoch'),
        interval '15 minutes'
    ) as start
),
shared as (
    -- The sum of the weights goes over all lanes.
    select project, start, lane, round(events * weight / sum(weight) over ())::bigint as events
    from parameters, weighed, generate_series(0, 3) as lane
),
cells as (
    select
        project,
        start,
        lane,
        events * 2 / 100 as fatal,
        events - events * 2 / 100 - events * 18 / 100 - events * 8 / 100 - events * 2 / 100 as error,
        events * 18 / 100 as warning,
        events * 8 / 100 as info,
        events * 2 / 100 as debug,
        events / 60 as resolved
    from shared
),
minutes as (
    select
        project,
        start + m * interval '1 minute' as start,
        lane,
        fatal / 15 + (m < fatal % 15)::integer as fatal,
        error / 15 + (m < error % 15)::integer as error,
        warning / 15 + (m < warning % 15)::integer as warning,
        info / 15 + (m < info % 15)::integer as info,
        debug / 15 + (m < debug % 15)::integer as debug,
        resolved / 15 + (m < resolved % 15)::integer as resolved
    from cells, generate_series(0, 14) as m
    where start > now() - interval '3 days'
),
hours as (
    select
        project,
        date_trunc('hour', start, 'UTC') as start,
        lane,
        sum(fatal)::bigint as fatal,
        sum(error)::bigint as error,
        sum(warning)::bigint as warning,
        sum(info)::bigint as info,
        sum(debug)::bigint as debug,
        sum(resolved)::bigint as resolved
    from cells
    group by 1, 2, 3
),
days as (
    select
        project,
        date_trunc('day', start, 'UTC') as start,
        lane,
        sum(fatal)::bigint as fatal,
        sum(error)::bigint as error,
        sum(warning)::bigint as warning,
        sum(info)::bigint as info,
        sum(debug)::bigint as debug,
        sum(resolved)::bigint as resolved
    from cells
    group by 1, 2, 3
)
insert into event_counts (project, span, start, lane, fatal, error, warning, info, debug, resolved)
select project, 'minute', start, lane, fatal, error, warning, info, debug, resolved from minutes
union all
select project, 'quarter_hour', start, lane, fatal, error, warning, info, debug, resolved from cells
union all
select project, 'hour', start, lane, fatal, error, warning, info, debug, resolved from hours
union all
select project, 'day', start, lane, fatal, error, warning, info, debug, resolved from days
