create schema if not exists process;

create table process.definition (
    key          text        not null,
    version      integer     not null,
    name         text        not null,
    status       text        not null check (status in ('draft', 'published', 'retired')),
    level        text        not null,
    category     text,
    parent       text,
    owner        text,
    articles     text[]      not null default '{}',
    bpmn         text        not null,
    form         text,
    guide        text,
    hash         bytea       not null,
    created_at   timestamptz not null,
    created_by   uuid,
    primary key (key, version)
);

create sequence process.case_number;

create table process.case (
    id           uuid        primary key,
    number       text        not null unique,
    process      text        not null,
    version      integer     not null,
    title        text        not null,
    status       text        not null,
    initiator    uuid        not null,
    unit         uuid        not null,
    legal_entity text        not null,
    state        text        not null,
    form         text        not null,
    facts        text        not null,
    started_at   timestamptz not null,
    ended_at     timestamptz,
    journal_seq  integer     not null,
    journal_hash bytea       not null
) with (fillfactor = 80);

create index case_initiator on process.case (initiator, id desc);
create index case_unit on process.case (unit, id desc);
create index case_process on process.case (process, id desc);

create table process.task (
    id           uuid        primary key,
    case_id      uuid        not null,
    number       integer     not null,
    activity     integer     not null,
    step         text        not null,
    kind         text        not null,
    candidates   uuid[]      not null,
    assignee     uuid,
    accountable  uuid        not null,
    created_at   timestamptz not null,
    due_at       timestamptz,
    closed_at    timestamptz,
    closing      text,
    closed_by    uuid,
    outcome      text,
    comment      text,
    unique (case_id, number)
) with (fillfactor = 80);

create index task_closed_by on process.task (closed_by, closed_at desc, id) where closed_by is not null;

-- The inbox, person first: a row for everybody who may act on an open task now.
create table process.todo (
    person uuid not null,
    task   uuid not null,
    primary key (person, task)
);
create index todo_task on process.todo (task);

-- Who has a part in a case: the initiator, everybody who was ever asked, everybody in copy.
create table process.participant (
    case_id uuid not null,
    person  uuid not null,
    primary key (case_id, person)
);

create table process.copy (
    case_id uuid        not null,
    person  uuid        not null,
    by      uuid        not null,
    at      timestamptz not null,
    read_at timestamptz,
    primary key (person, case_id)
);
create index copy_case on process.copy (case_id);

create table process.command (
    id      uuid        primary key,
    case_id uuid        not null,
    at      timestamptz not null
);

create table process.incident (
    case_id   uuid        not null,
    number    integer     not null,
    element   text        not null,
    kind      text        not null,
    message   text        not null,
    raised_at timestamptz not null,
    resolved_at timestamptz,
    primary key (case_id, number)
);
