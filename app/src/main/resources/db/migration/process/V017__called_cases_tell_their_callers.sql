-- Escalations that nothing in a called case has caught, by code in order, until its caller has heard them.
alter table process.call add column escalations text[] not null default '{}';
