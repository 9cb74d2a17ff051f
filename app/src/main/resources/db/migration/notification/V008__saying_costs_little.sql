-- Every command says something: a message is written with its notices in one statement and neither is ever deleted, so that nothing is left
-- for a foreign key to find, and only urgent notices are looked for by their case.
alter table notification.notice drop constraint notice_message_fkey;

drop index notification.message_case;
create index message_urgent on notification.message (case_id) where urgency = 'urgent';
