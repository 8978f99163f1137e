select
    (select count(*) from errors where project = ?),
    (select coalesce(sum(count), 0) from errors where project = ?),
    (
        select coalesce(sum(fatal + error + warning + info + debug), 0)
        from event_counts
        where project = ? and span = 'day'
    )
