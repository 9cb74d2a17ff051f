create schema if not exists fact;

create view fact.person as
select p.id, p.username, p.name, p.active, p.joined_on
from organization.person p;
comment on view fact.person is 'People 人员: who works or worked here.';
comment on column fact.person.id is 'the person';
comment on column fact.person.username is 'the name that they sign in with; forms name people by it';
comment on column fact.person.name is 'name';
comment on column fact.person.active is 'employed and not shut out';
comment on column fact.person.joined_on is 'first day';
