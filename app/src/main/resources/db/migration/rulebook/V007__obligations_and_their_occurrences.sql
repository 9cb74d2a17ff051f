create table rulebook.obligation (
    key      text primary key,
    practice text references rulebook.practice on delete cascade,
    title    jsonb not null,
    article  text not null default '',
    rhythm   text check (rhythm in ('week', 'month', 'quarter', 'year')),
    workday  int check (workday <> 0),
    trigger  text,
    within   text,
    owner    text not null,
    verifier text,
    proof    text not null check (proof in ('process', 'query', 'upload')),
    source   text,
    since    timestamptz not null default now(),
    revision int not null default 0,
    check ((rhythm is null) <> (trigger is null)),
    check ((rhythm is null) = (workday is null)),
    check ((trigger is null) = (within is null)),
    check ((proof = 'upload') = (source is null))
);
comment on table rulebook.obligation is 'What has to be done again and again, in a rhythm, or within a time of something that happened.';
comment on column rulebook.obligation.practice is 'The practice that brought it; null for the company''s own.';
comment on column rulebook.obligation.article is 'What demands it, of the company''s own: the article, as people call it.';
comment on column rulebook.obligation.workday is 'Due on which workday of the period; counted from its end where negative.';
comment on column rulebook.obligation.trigger is 'A query on facts: subject and at of what starts the time.';
comment on column rulebook.obligation.within is 'How much working time there is from then on, such as P2D.';
comment on column rulebook.obligation.source is 'Of the proof: key of a process, or a query on facts with at, and subject or unit.';

create table rulebook.occurrence (
    id          uuid primary key,
    obligation  text not null,
    period      text not null,
    unit        uuid,
    owners      uuid[] not null,
    verifiers   uuid[] not null,
    verified    boolean not null,
    opens_at    timestamptz not null,
    due_at      timestamptz not null,
    closes_at   timestamptz,
    lapses_at   timestamptz,
    done_at     timestamptz,
    done_by     uuid,
    case_id     uuid,
    note        text,
    verified_at timestamptz,
    verified_by uuid,
    told_late   boolean not null default false,
    unique nulls not distinct (obligation, period, unit)
);
comment on table rulebook.occurrence is 'An obligation in one period, or for one thing that happened: there once, whatever became of it.';
comment on column rulebook.occurrence.period is 'Such as 2026-W48 or 2026-11; the subject where a fact started the time.';
comment on column rulebook.occurrence.unit is 'Of which unit, where each head has it to do.';
comment on column rulebook.occurrence.verified is 'Whether somebody else has to verify it.';
comment on column rulebook.occurrence.closes_at is 'What begins until then counts for it; null where there is no end.';
comment on column rulebook.occurrence.lapses_at is 'From then on it is missing, since the next one is due as well.';
create index on rulebook.occurrence (due_at, id);
create index on rulebook.occurrence (obligation) where done_at is null;
create index on rulebook.occurrence using gin (owners) where done_at is null;

create view fact.obligation as
select o.key, o.practice, o.title ->> 'zh-CN' as title, o.rhythm, o.workday, o.within, o.owner, o.verifier, o.proof, o.since
from rulebook.obligation o;
comment on view fact.obligation is 'Obligations 定期义务: what has to be done again and again.';
comment on column fact.obligation.key is 'the obligation';
comment on column fact.obligation.practice is 'the section that brought it; null for the company''s own';
comment on column fact.obligation.title is 'what is to be done';
comment on column fact.obligation.rhythm is 'week, month, quarter or year; null where a fact starts the time';
comment on column fact.obligation.workday is 'due on which workday of the period; counted from its end where negative';
comment on column fact.obligation.within is 'working time from the fact on, as ISO 8601';
comment on column fact.obligation.owner is 'rule that names who has it to do';
comment on column fact.obligation.verifier is 'rule that names who verifies it; null where nobody has to';
comment on column fact.obligation.proof is 'process, query or upload';
comment on column fact.obligation.since is 'since when it holds';

create view fact.obligation_occurrence as
select o.id, o.obligation, o.period, o.unit, o.owners, o.opens_at, o.due_at, o.done_at, o.done_by, o.case_id,
    o.verified_at, o.verified_by,
    case
        when o.verified_at is not null then 'verified'
        when o.done_at is not null then 'done'
        when o.lapses_at <= now() then 'missing'
        when o.due_at <= now() then 'late'
        else 'due'
    end as standing
from rulebook.occurrence o;
comment on view fact.obligation_occurrence is 'Occurrences of obligations 义务的每一期, exactly one for each period.';
comment on column fact.obligation_occurrence.id is 'the occurrence';
comment on column fact.obligation_occurrence.obligation is 'see fact.obligation';
comment on column fact.obligation_occurrence.period is 'such as 2026-W48 or 2026-11; the subject where a fact started the time';
comment on column fact.obligation_occurrence.unit is 'unit that it is for, where each head has it to do';
comment on column fact.obligation_occurrence.owners is 'people who have it to do';
comment on column fact.obligation_occurrence.opens_at is 'from when on it can be done';
comment on column fact.obligation_occurrence.due_at is 'until when it is to be done';
comment on column fact.obligation_occurrence.done_at is 'when it was done; null while it is open';
comment on column fact.obligation_occurrence.done_by is 'person who did it';
comment on column fact.obligation_occurrence.case_id is 'the case that proves it; see fact.case';
comment on column fact.obligation_occurrence.verified_at is 'when somebody else verified it';
comment on column fact.obligation_occurrence.verified_by is 'person who verified it';
comment on column fact.obligation_occurrence.standing is 'due, late, missing, done or verified';
