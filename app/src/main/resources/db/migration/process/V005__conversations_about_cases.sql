create table process.conversation (
    id          uuid        primary key,
    case_id     uuid        not null,
    by          uuid        not null,
    person      uuid,
    contact     text,
    channel     text        not null,
    at          timestamptz not null,
    outcome     text        not null,
    next_step   text,
    next_on     date,
    recorded_at timestamptz not null,
    reminded_at timestamptz,
    check ((person is null) <> (contact is null)),
    check ((next_step is null) = (next_on is null))
);

create index conversation_case on process.conversation (case_id, id);

create view fact.conversation as
select id, case_id, by as recorded_by, person, contact, channel, at, outcome, next_step, next_on, recorded_at, reminded_at
from process.conversation;

comment on view fact.conversation is 'Conversations 沟通记录: what came of calls, chats and talks about a case.';
comment on column fact.conversation.id is 'the record';
comment on column fact.conversation.case_id is 'its case; see fact.case';
comment on column fact.conversation.recorded_by is 'person who noted it down';
comment on column fact.conversation.person is 'colleague it was with; null where it was with somebody outside';
comment on column fact.conversation.contact is 'who it was with outside; null where it was with a colleague';
comment on column fact.conversation.channel is 'phone, wecom, dingtalk, feishu, mail, in_person, meeting or other';
comment on column fact.conversation.at is 'when they spoke';
comment on column fact.conversation.outcome is 'what came of it';
comment on column fact.conversation.next_step is 'what was agreed to come next; null where nothing was';
comment on column fact.conversation.next_on is 'on which day that is due';
comment on column fact.conversation.recorded_at is 'when it was noted down';
comment on column fact.conversation.reminded_at is 'when its recorder was reminded of the next step';
