-- Who has a part in a case: everybody who was ever asked, and everybody in copy. They are read and written with the case, never alone.
alter table process.case add column participants uuid[] not null default '{}';

update process.case c set participants = p.people
from (select case_id, array_agg(person) as people from process.participant group by case_id) p
where p.case_id = c.id;

drop table process.participant;

create or replace view fact.case as
select
    c.id,
    c.number,
    c.process,
    c.version,
    c.title,
    c.status,
    c.initiator,
    c.unit,
    c.legal_entity,
    c.started_at,
    c.ended_at,
    c.participants
from process.case c;
comment on column fact.case.participants is 'everybody who was ever asked about it or put into copy';
