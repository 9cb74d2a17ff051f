-- A schema for tests alone, with what is hard to bring from one database to another.
create schema sample;

create table sample.account (
    id      bigint generated always as identity primary key,
    parent  bigint references sample.account,
    name    text    not null,
    upper   text    generated always as (upper(name)) stored,
    secret  bytea,
    rate    numeric not null default 0.1,
    weight  double precision,
    opened  timestamptz not null default now(),
    labels  text[]  not null default '{}',
    "order" jsonb
);

insert into sample.account (name) values ('a row that the migration itself brings');

create table sample.debit (id uuid primary key, amount numeric not null);
create table sample.credit (id uuid primary key references sample.debit, amount numeric not null);

create table sample.entry (at date not null, word text not null) partition by range (at);
create table sample.entry_2026_01 partition of sample.entry for values from ('2026-01-01') to ('2026-02-01');

create function sample.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'This table is changed by nobody';
end $$;
create trigger append_only before update or delete or truncate on sample.entry_2026_01
    for each statement execute function sample.refuse();
