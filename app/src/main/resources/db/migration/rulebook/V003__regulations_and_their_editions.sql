create table rulebook.regulation (
    id         uuid primary key,
    created_at timestamptz not null default now()
);
comment on table rulebook.regulation is 'A regulation of the company''s own; all it says stands in its editions.';

create table rulebook.edition (
    id             uuid primary key,
    regulation     uuid not null references rulebook.regulation on delete cascade,
    number         int not null,
    title          text not null,
    rank           text not null check (rank in ('charter', 'basic', 'special', 'detail')),
    everyone       boolean not null,
    units          text[] not null,
    positions      text[] not null,
    owner          text not null,
    reason         text not null,
    effective_from date,
    revision       int not null default 0,
    case_id        uuid,
    people         uuid[],
    created_by     uuid not null,
    created_at     timestamptz not null default now(),
    published_at   timestamptz,
    unique (regulation, number),
    check (published_at is null or effective_from is not null and people is not null)
);
comment on table rulebook.edition is 'A version of a regulation. Draft, in review, coming, in force or superseded follows from these columns and the day.';
comment on column rulebook.edition.case_id is 'Where it is or was reviewed; null while it is a draft.';
comment on column rulebook.edition.people is 'Everybody whom it bound on the day of its publication.';
create unique index edition_at_work on rulebook.edition (regulation) where published_at is null;

create function rulebook.at_work(edition rulebook.edition) returns boolean language sql stable as $$
    select edition.published_at is null and (edition.case_id is null or exists (
        select from fact.task t
        where t.case_id = edition.case_id and t.step = 'initiator' and t.status = 'open'))
$$;
comment on function rulebook.at_work is 'Whether it may be written: nobody has handed it in, or it was returned.';

create table rulebook.provision (
    edition  uuid not null references rulebook.edition on delete cascade,
    id       uuid not null,
    place    numeric not null,
    level    text not null check (level in ('chapter', 'section', 'article')),
    number   text not null,
    title    text not null,
    text     text not null,
    duties   jsonb not null,
    revision int not null default 0,
    primary key (edition, id),
    unique (edition, place)
);
comment on column rulebook.provision.id is 'The same in all editions in which it stands, so that a change can be told from a removal and an addition.';

create view fact.regulation as
select e.regulation as id, e.id as edition, e.number, e.title, e.rank, e.owner, e.case_id, e.effective_from, e.published_at
from rulebook.edition e
where e.published_at is not null;
comment on view fact.regulation is 'Regulations 制度: their published editions.';
comment on column fact.regulation.id is 'the regulation';
comment on column fact.regulation.edition is 'the edition';
comment on column fact.regulation.number is 'which edition it is, from 1';
comment on column fact.regulation.title is 'what it is called';
comment on column fact.regulation.rank is 'charter, basic, special or detail: which goes before another';
comment on column fact.regulation.owner is 'key of the position that answers for it';
comment on column fact.regulation.case_id is 'the case in which it was reviewed and approved';
comment on column fact.regulation.effective_from is 'first day on which it is in force';
comment on column fact.regulation.published_at is 'when it was published';
