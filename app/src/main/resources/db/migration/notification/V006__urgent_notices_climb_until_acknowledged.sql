alter table notification.notice add column acknowledged_at timestamptz;

create table notification.ladder (
    kind    text    primary key,
    minutes integer not null check (minutes between 1 and 1440),
    rungs   text[]  not null
);

comment on table notification.ladder is 'How urgent notices of a kind climb, where an administrator has set it.';
comment on column notification.ladder.minutes is 'of working time between two rungs';

create table notification.climb (
    message uuid        not null references notification.message,
    person  uuid        not null,
    climbed integer     not null default 0,
    rung    text,
    next_at timestamptz not null,
    primary key (message, person)
);

comment on table notification.climb is 'How far an urgent notice has gone for one reader; it ends when the reader acknowledges it.';
comment on column notification.climb.climbed is 'how many rungs of its ladder are behind it';
comment on column notification.climb.rung is 'the last at which somebody was reached';

create view fact.urgent_notice as
select m.id as message, m.case_id, n.person, m.at as raised_at, n.read_at, n.acknowledged_at, b.rung
from notification.climb b
join notification.message m on m.id = b.message
join notification.notice n on n.message = b.message and n.person = b.person;

comment on view fact.urgent_notice is 'Urgent notices 紧急通知: one row for each notice and reader.';
comment on column fact.urgent_notice.message is 'the notice';
comment on column fact.urgent_notice.case_id is 'the case it is about; see fact.case';
comment on column fact.urgent_notice.person is 'its reader';
comment on column fact.urgent_notice.raised_at is 'when it was raised';
comment on column fact.urgent_notice.read_at is 'when its reader had seen it; null while unread';
comment on column fact.urgent_notice.acknowledged_at is 'when its reader acknowledged it; null while not';
comment on column fact.urgent_notice.rung is 'how far it went: email, sms, endpoint, deputy or head; null where it stayed in the centre';
