-- What became of alerts, as the aggregator decided it. One that comes twice is taken once.
create table alert_transitions (
    id           uuid        primary key,
    project      text        not null,
    rule_id      uuid        not null,
    rule_version integer     not null,
    -- fired, settled or resolved.
    kind         text        not null,
    key          text        not null,
    -- Of the alert: all its transitions have the same.
    start        timestamptz not null,
    -- By the evaluator's clock.
    at           timestamptz not null,
    -- Why it is resolved, else null.
    reason       text,
    -- By our clock.
    received_at  timestamptz not null
);
-- When a rule fired last.
create index alert_transitions_rule on alert_transitions (project, rule_id, kind, at);
-- How often an alert has come and gone lately.
create index alert_transitions_alert on alert_transitions (rule_id, key, at);
create index alert_transitions_age on alert_transitions (received_at);

-- Alerts that come and go all the time: no notices until they are stable.
create table alert_flaps (
    rule_id   uuid        not null,
    key       text        not null,
    since     timestamptz not null,
    -- The last time it came or went, by our clock.
    last_at   timestamptz not null,
    primary key (rule_id, key)
);
create index alert_flaps_age on alert_flaps (last_at);

create table incidents (
    -- Of one that a rule opened, the id of the transition that did.
    id             uuid        primary key,
    project        text        not null,
    title          text        not null,
    -- low, medium, high or critical.
    severity       text        not null,
    -- investigating, identified, monitoring or resolved.
    status         text        not null,
    description    text,
    assigned_to    text,
    started_at     timestamptz not null,
    resolved_at    timestamptz,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    -- How many entries its timeline has.
    entries        integer     not null,

    -- Null where a person opened it.
    rule_id        uuid,
    rule_version   integer,
    -- The rule when it fired, as JSON.
    rule           text,
    key            text,
    -- Null while the alert fires.
    alert_ended_at timestamptz,
    -- What people have heard of it: nothing, fired, or all.
    told           text,
    -- When a reminder is due.
    remind_at      timestamptz,
    -- When it has to be looked at: a reminder is due, or a notice that was held back. Null: nothing is to come.
    due_at         timestamptz
);
create index incidents_newest on incidents (project, created_at desc, id);
create index incidents_alert on incidents (rule_id, key, started_at);
create index incidents_firing on incidents (id) where rule_id is not null and alert_ended_at is null;
create index incidents_open on incidents (project) where status <> 'resolved';
create index incidents_due on incidents (due_at) where due_at is not null;
create index incidents_resolved on incidents (resolved_at) where resolved_at is not null;

-- The timeline of incidents, which only grows.
create table incident_entries (
    incident_id uuid        not null references incidents on delete cascade,
    -- From 1.
    number      integer     not null,
    at          timestamptz not null,
    kind        text        not null,
    -- Who did it; null: nobody, it happened.
    author      text,
    text        text        not null,
    primary key (incident_id, number)
);

-- What somebody wants to hear nothing of.
create table silences (
    id         uuid        primary key,
    project    text        not null,
    -- What it fits, as JSON.
    matchers   text        not null,
    comment    text        not null,
    created_by text        not null,
    created_at timestamptz not null,
    ends_at    timestamptz not null
);
create index silences_project on silences (project, ends_at);
