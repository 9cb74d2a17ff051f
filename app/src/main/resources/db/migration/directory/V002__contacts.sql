-- Which unit a department of a platform is here.
create table directory.department (
    provider uuid not null references directory.provider on delete cascade,
    external text not null,
    unit uuid not null,
    primary key (provider, external)
);

-- Contacts as somebody was shown them, until they confirm, for a day.
create table directory.snapshot (
    id uuid primary key,
    provider uuid not null references directory.provider on delete cascade,
    who uuid not null,
    at timestamptz not null,
    content jsonb not null
);
create index snapshot_at on directory.snapshot (at);
