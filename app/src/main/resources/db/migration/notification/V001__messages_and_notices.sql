create schema notification;

create table notification.message (
    id        uuid        primary key,
    kind      text        not null,
    urgency   text        not null check (urgency in ('normal', 'urgent')),
    words     text        not null,
    arguments json        not null,
    remark    text,
    link      text,
    case_id   uuid,
    at        timestamptz not null
);

comment on table notification.message is 'What is said to people, once, in the transaction of what it tells about.';
comment on column notification.message.words is 'message key of the subject; the text''s is the same with .text';
comment on column notification.message.arguments is 'for both, in order; each a text, or texts by language tag';
comment on column notification.message.remark is 'what a person said with it, as they said it';

create index message_case on notification.message (case_id) where case_id is not null;

create table notification.notice (
    person  uuid not null,
    message uuid not null references notification.message,
    read_at timestamptz,
    primary key (person, message)
);

comment on table notification.notice is 'One person''s copy in the centre: there once, by its key.';

create index notice_unread on notification.notice (person, message) where read_at is null;
