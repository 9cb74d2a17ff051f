create table notification.announcement (
    id           uuid        primary key,
    title        text        not null,
    body         text        not null,
    urgent       boolean     not null,
    publisher    uuid        not null,
    published_at timestamptz not null,
    read_by      timestamptz,
    stage        integer     not null default 0,
    readers      integer     not null
);

comment on column notification.announcement.read_by is 'until when everybody addressed must have confirmed it; null where nobody must';
comment on column notification.announcement.stage is 'how far its reminders have gone';

create table notification.reading (
    announcement uuid not null references notification.announcement,
    person       uuid not null,
    read_at      timestamptz,
    confirmed_at timestamptz,
    primary key (announcement, person)
);

comment on table notification.reading is 'Everybody addressed when it was published, and when they read and confirmed it.';

create index reading_person on notification.reading (person, announcement);

create schema if not exists fact;

create view fact.announcement_reading as
select r.announcement, a.title, r.person, a.published_at, a.read_by, r.read_at, r.confirmed_at
from notification.reading r join notification.announcement a on a.id = r.announcement;

comment on view fact.announcement_reading is 'One row for each announcement and each person it is addressed to';
comment on column fact.announcement_reading.announcement is 'id of the announcement';
comment on column fact.announcement_reading.title is 'its title';
comment on column fact.announcement_reading.person is 'id of the person';
comment on column fact.announcement_reading.published_at is 'when it was published';
comment on column fact.announcement_reading.read_by is 'until when it must be confirmed; null where it need not be';
comment on column fact.announcement_reading.read_at is 'when this person first opened it; null while unread';
comment on column fact.announcement_reading.confirmed_at is 'when this person confirmed having read it';
