-- Who has a part in which case, by person: the case's own row says it too, for whoever asks about one case.
create table process.part (
    person  uuid not null,
    case_id uuid not null,
    primary key (person, case_id)
);
comment on table process.part is 'The participants of each case, person first, so that somebody''s newest cases are found without reading others.';

insert into process.part select distinct person, c.id from process.case c, unnest(c.participants) as person;

-- Written when a case begins and gone when it ends: an index on the status would make every end of a case write all other indexes.
create table process.running (case_id uuid primary key);
comment on table process.running is 'Cases that have not ended, so that they are found among millions that have.';

insert into process.running select id from process.case where ended_at is null;

-- Both are empty for a while and then full; see process.todo.
alter table process.running set (vacuum_truncate = off);
