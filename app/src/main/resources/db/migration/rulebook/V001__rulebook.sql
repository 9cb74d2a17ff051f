create schema rulebook;

create table rulebook.rulebook (
    key          text primary key,
    title        jsonb not null,
    scope        jsonb not null,
    content_hash text not null,
    loaded_at    timestamptz not null default now()
);

create table rulebook.heading (
    id       text primary key,
    rulebook text not null references rulebook.rulebook on delete cascade,
    above    text references rulebook.heading on delete cascade,
    level    text not null check (level in ('chapter', 'section', 'article')),
    position int not null,
    number   text not null,
    title    jsonb not null,
    twins    text[] not null default '{}'
);
comment on table rulebook.heading is 'A chapter, section or article; a section without articles is an article itself.';
create index on rulebook.heading (rulebook, position);

create table rulebook.clause (
    id       text primary key,
    article  text not null references rulebook.heading on delete cascade,
    position int not null,
    title    jsonb not null,
    inferred boolean not null default false,
    twins    text[] not null default '{}'
);
comment on column rulebook.clause.inferred is 'The wording of the source is lost; the company confirms ours.';
create index on rulebook.clause (article);

create table rulebook.practice (
    key          text primary key,
    rulebook     text not null,
    process      text not null unique,
    content      jsonb not null,
    content_hash text not null,
    loaded_at    timestamptz not null default now()
);
comment on table rulebook.practice is 'What carries articles out: duties, process, form, guide; one section folder.';

create table rulebook.practice_clause (
    clause   text primary key,
    practice text not null references rulebook.practice on delete cascade
);
comment on table rulebook.practice_clause is 'A clause is carried out by one practice.';

create table rulebook.adoption (
    practice       text primary key,
    adopted_at     timestamptz not null default now(),
    adopted_by     uuid,
    published_hash text
);
comment on column rulebook.adoption.published_hash is 'The content whose process was published last; null until then.';

create table rulebook.control (
    key         text primary key,
    practice    text not null references rulebook.practice on delete cascade,
    title       jsonb not null,
    severity    text not null check (severity in ('minor', 'major', 'critical')),
    cadence     text not null check (cadence in ('hourly', 'daily', 'weekly')),
    owner       text not null,
    query       text not null,
    next_run_at timestamptz not null default now()
);
create index on rulebook.control (next_run_at);

create table rulebook.control_run (
    id          uuid primary key,
    control     text not null,
    query       text not null,
    started_at  timestamptz not null,
    finished_at timestamptz not null,
    status      text not null check (status in ('holds', 'violated', 'failed')),
    row_count   bigint not null default 0,
    rows        jsonb not null default '[]',
    failure     text
);
comment on column rulebook.control_run.query is 'The question as it was asked: a result of an older question says nothing about the present one.';
comment on column rulebook.control_run.rows is 'The first rows that break the rule, as evidence.';
create index on rulebook.control_run (control, started_at desc);
