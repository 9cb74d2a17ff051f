create schema organization;
create extension if not exists btree_gist with schema public;

-- Counts committed changes, so that every node notices them.
create table organization.version (
    version bigint not null
);
insert into organization.version values (1);

create function organization.count_change() returns trigger language plpgsql as $$
begin
    update organization.version set version = version + 1;
    return null;
end
$$;

create table organization.unit (
    id uuid primary key,
    key text not null check (key ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
    name text not null check (name <> ''),
    parent uuid references organization.unit,
    legal_entity text not null,
    during daterange not null,
    position int not null default 0,
    exclude using gist (key with =, during with &&),
    check (parent <> id)
);
create index unit_parent on organization.unit (parent);
comment on column organization.unit.legal_entity is 'the company in law that the unit belongs to';

create table organization.post (
    key text primary key,
    name text not null,
    level text not null check (level in ('specialist', 'supervisor', 'manager')),
    establishment int check (establishment > 0)
);
comment on table organization.post is 'positions of the establishment 编制; establishment is how many people it provides for';

create table organization.person (
    id uuid primary key,
    username text not null unique,
    name text not null check (name <> ''),
    email text,
    phone text,
    search text not null,
    active boolean not null,
    joined_on date not null
);
comment on column organization.person.id is 'the same as the account''s';
comment on column organization.person.search is 'name, username, pinyin and initials in lower case, for finding people';

create table organization.assignment (
    id uuid primary key,
    person uuid not null references organization.person,
    unit uuid not null references organization.unit,
    position text references organization.post,
    level text not null check (level in ('specialist', 'supervisor', 'manager')),
    during daterange not null,
    exclude using gist (person with =, during with &&)
);
create index assignment_unit on organization.assignment (unit);

create table organization.headship (
    id uuid primary key,
    unit uuid not null references organization.unit,
    person uuid not null references organization.person,
    during daterange not null,
    exclude using gist (unit with =, during with &&)
);
create index headship_person on organization.headship (person);

create table organization.deputy (
    id uuid primary key,
    person uuid not null references organization.person,
    deputy uuid not null references organization.person,
    scope text not null,
    during daterange not null,
    check (person <> deputy),
    check (not isempty(during))
);
create index deputy_person on organization.deputy (person);
create index deputy_deputy on organization.deputy (deputy);
comment on column organization.deputy.scope is 'a process key, or ''*'' for everything';

create table organization.authority (
    id uuid primary key,
    matter text not null,
    unit uuid references organization.unit,
    amount numeric(18, 2) not null check (amount >= 0),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    approver_kind text not null check (approver_kind in ('head', 'position', 'person')),
    approver text not null,
    unique nulls not distinct (matter, unit)
);

create table organization.change (
    id uuid primary key,
    at timestamptz not null default now(),
    who uuid,
    what text not null,
    subject uuid not null,
    details jsonb not null
);
create index change_subject on organization.change (subject, at desc);
comment on table organization.change is 'the history that unit and person pages show; the journal holds the proof';

create trigger unit_changed after insert or update or delete on organization.unit
    for each statement execute function organization.count_change();
create trigger person_changed after insert or update or delete on organization.person
    for each statement execute function organization.count_change();
create trigger assignment_changed after insert or update or delete on organization.assignment
    for each statement execute function organization.count_change();
create trigger headship_changed after insert or update or delete on organization.headship
    for each statement execute function organization.count_change();
create trigger authority_changed after insert or update or delete on organization.authority
    for each statement execute function organization.count_change();
