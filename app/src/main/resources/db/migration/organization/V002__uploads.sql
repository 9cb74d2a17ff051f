create table organization.upload (
    id uuid primary key,
    at timestamptz not null default now(),
    who uuid not null,
    content jsonb not null
);
comment on table organization.upload is 'staff files between their rehearsal and their import; gone after a day';
