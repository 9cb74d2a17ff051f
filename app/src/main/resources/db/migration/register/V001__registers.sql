create schema if not exists register;

create table register.register (
    key        text primary key,
    name       text not null,
    definition jsonb not null,
    revision   int not null default 0,
    created_at timestamptz not null default now()
);
comment on table register.register is 'Registers 台账 as people defined them. Each has a table r_<key>, numbers n_<key> and a view fact.register_<key>.';

create table register.upload (
    id         uuid primary key,
    register   text not null references register.register on delete cascade,
    rows       jsonb not null,
    created_by uuid not null,
    created_at timestamptz not null default now()
);
comment on table register.upload is 'Rows of a file that somebody looks at before they are taken in; gone after a day.';
