create table rulebook.acknowledgement (
    edition      uuid not null references rulebook.edition on delete cascade,
    person       uuid not null,
    provisions   uuid[] not null,
    changes_only boolean not null,
    asked_at     timestamptz not null default now(),
    read_at      timestamptz,
    reminders    int not null default 0,
    primary key (person, edition)
);
comment on table rulebook.acknowledgement is 'Somebody is asked to read an edition; read_at is when they said that they have read and understood it.';
comment on column rulebook.acknowledgement.provisions is 'What they are asked to read: all of it, or what has changed since the edition that they know.';
create index on rulebook.acknowledgement (edition);

create view fact.acknowledgement as
select a.edition, e.regulation, e.number, a.person, a.asked_at, a.read_at
from rulebook.acknowledgement a
join rulebook.edition e on e.id = a.edition;
comment on view fact.acknowledgement is 'Acknowledgements 阅读确认: who was asked to read which edition of a regulation, and when they did.';
comment on column fact.acknowledgement.edition is 'the edition; see fact.regulation';
comment on column fact.acknowledgement.regulation is 'the regulation';
comment on column fact.acknowledgement.number is 'which edition it is, from 1';
comment on column fact.acknowledgement.person is 'who is asked';
comment on column fact.acknowledgement.asked_at is 'since when';
comment on column fact.acknowledgement.read_at is 'when they acknowledged it; null while they have not';
