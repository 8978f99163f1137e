-- What was announced: one row for each announcement and target, kept until long after its end.
create table notifications (
    id              uuid        primary key,
    -- The order in which a target is told of an incident.
    seq             bigint      generated always as identity,
    announcement_id uuid        not null,
    project         text        not null,
    channel         text        not null,
    -- The name of the channel, or a phone number.
    target          text        not null,
    type            text        not null,
    rule_id         uuid,
    incident_id     uuid,
    severity        text        not null,
    -- Of what happened.
    time            timestamptz not null,
    title           text        not null,
    text            text        not null,
    -- A JSON object from label to value, in its order.
    details         json        not null,

    state           text        not null
                    check (state in ('pending', 'sending', 'delivered', 'digested', 'silenced', 'damped', 'dead')),
    -- Why it is not delivered, or not yet.
    reason          text,
    -- How often it was tried, and how often with a known outcome since it was announced or replayed.
    attempts        integer     not null default 0,
    tries           integer     not null default 0,
    -- When it is to be sent: pending ones only.
    due             timestamptz,
    -- Who is sending it, and until when: nobody else may say how it ended, and nobody after that time.
    lease           uuid,
    lease_until     timestamptz,
    -- The notification that tells it too.
    digest_id       uuid,
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),

    unique (announcement_id, channel, target),
    check ((state = 'pending') = (due is not null)),
    check ((state = 'sending') = (lease is not null)),
    check ((lease is null) = (lease_until is null))
);

create index notifications_due on notifications (due) where state = 'pending';
create index notifications_leased on notifications (lease_until) where state = 'sending';
create index notifications_open on notifications (project, channel, target, seq) where state in ('pending', 'sending');
create index notifications_incident on notifications (incident_id, channel, target, seq) where incident_id is not null;
create index notifications_digest on notifications (digest_id) where digest_id is not null;
create index notifications_listed on notifications (project, seq desc);
create index notifications_old on notifications (updated_at) where state not in ('pending', 'sending');

-- Every attempt to send one.
create table notification_attempts (
    notification_id uuid        not null references notifications (id) on delete cascade,
    -- From 1.
    number          integer     not null,
    at              timestamptz not null,
    outcome         text        not null check (outcome in ('delivered', 'retry', 'rejected', 'gone', 'unknown')),
    -- HTTP status or SMTP code; null if the other side did not answer.
    remote_status   integer,
    reason          text,
    -- Null if nobody knows.
    duration_ms     bigint,
    primary key (notification_id, number)
);

-- What all processes know of a target: budget and circuit breaker.
create table notification_targets (
    project    text             not null,
    channel    text             not null,
    target     text             not null,
    -- How much could be sent at that time.
    tokens     double precision not null,
    tokens_at  timestamptz      not null,
    -- In a row.
    failures   integer          not null,
    -- Of the circuit breaker; null if it is closed.
    open_until timestamptz,
    -- The target has asked for it.
    wait_until timestamptz,
    -- Nobody need look before: what follows from the others.
    not_before timestamptz      not null,
    primary key (project, channel, target)
);

-- The other side has said that it wants nothing any more: nothing is sent until the config is changed or tested with
-- success.
alter table integrations add column gone boolean not null default false;
