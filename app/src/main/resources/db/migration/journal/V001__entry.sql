create schema if not exists journal;

create table journal.entry (
    stream        uuid        not null,
    seq           integer     not null,
    at            timestamptz not null,
    recorded_at   timestamptz not null,
    actor         uuid,
    on_behalf_of  uuid,
    kind          text        not null,
    activity      text,
    lifecycle     text,
    data          text,
    salt          bytea,
    digest        bytea       not null,
    previous_hash bytea       not null,
    hash          bytea       not null,
    primary key (stream, seq, at)
) partition by range (at);

comment on table journal.entry is 'Every event once. Data and salt may be erased for a person''s right; the chain of hashes still verifies.';

create table journal.entry_other partition of journal.entry default;

create index entry_recorded_at on journal.entry (recorded_at);

-- A month's partition is made before the month begins; what lies outside goes to entry_other.
create function journal.make_months(first date, months integer) returns void language plpgsql as $$
declare
    month date := date_trunc('month', first);
begin
    for i in 1..months loop
        if to_regclass(format('journal.entry_%s', to_char(month, 'YYYYMM'))) is null then
            execute format('create table journal.entry_%s partition of journal.entry for values from (%L) to (%L)',
                to_char(month, 'YYYYMM'), month::timestamptz, (month + interval '1 month')::timestamptz);
        end if;
        month := month + interval '1 month';
    end loop;
end $$;

create function journal.only_erasure() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.data is null and new.salt is null
        and (old.stream, old.seq, old.at, old.recorded_at, old.kind, old.digest, old.previous_hash, old.hash)
            = (new.stream, new.seq, new.at, new.recorded_at, new.kind, new.digest, new.previous_hash, new.hash)
        and (old.actor, old.on_behalf_of, old.activity, old.lifecycle)
            is not distinct from (new.actor, new.on_behalf_of, new.activity, new.lifecycle) then
        return new;
    end if;
    raise exception 'The journal is append-only: only data and salt of an entry may be erased';
end $$;

create trigger entry_is_append_only before update or delete on journal.entry
    for each row execute function journal.only_erasure();

-- Streams that are no case: a node's system events, records without hand-over.
create table journal.stream (
    id   uuid    primary key,
    kind text    not null,
    name text    not null,
    seq  integer not null,
    hash bytea   not null,
    unique (kind, name)
);

create table journal.seal (
    number        integer     primary key,
    sealed_at     timestamptz not null,
    through       timestamptz not null,
    entries       bigint      not null,
    digest        bytea       not null,
    previous_hash bytea       not null,
    hash          bytea       not null,
    signature     bytea       not null
);

comment on column journal.seal.through is 'Covers entries recorded after the previous seal''s moment and up to this one.';
comment on column journal.seal.digest is 'SHA-256 over the hashes of the covered entries in the order of stream and seq.';

select journal.make_months(current_date, 4);
