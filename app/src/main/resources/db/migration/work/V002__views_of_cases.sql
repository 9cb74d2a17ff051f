-- Lists of cases that people keep under a name: what they ask for, each for itself.
create table work.view (
    id uuid primary key,
    person uuid not null,
    name text not null,
    status text,
    process text,
    mine boolean not null,
    begun_from date,
    begun_until date,
    unique (person, name)
);

comment on column work.view.begun_from is 'the first day on which the cases were begun, in the company''s time zone';
comment on column work.view.begun_until is 'the last such day';
