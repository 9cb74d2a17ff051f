create table notification.delivery (
    id       uuid        primary key,
    message  uuid        not null references notification.message,
    channel  text        not null,
    target   text        not null,
    address  text        not null,
    language text        not null,
    status   text        not null check (status in ('waiting', 'retrying', 'sent', 'failed')),
    attempts integer     not null default 0,
    trouble  text,
    made_at  timestamptz not null,
    sent_at  timestamptz,
    unique (message, channel, target)
);

comment on table notification.delivery is 'A message on its way out of the product by one channel to one target, sent at least once with its id.';
comment on column notification.delivery.target is 'the person, or the endpoint, by id';

create index delivery_troubled on notification.delivery (status, id) where status in ('retrying', 'failed');

create table notification.preference (
    person  uuid    not null,
    kind    text    not null,
    channel text    not null,
    wanted  boolean not null,
    primary key (person, kind, channel)
);

create table notification.habit (
    person     uuid    primary key,
    language   text    not null,
    quiet_from time,
    quiet_to   time,
    digest     boolean not null default false,
    digested   uuid,
    check ((quiet_from is null) = (quiet_to is null))
);

comment on column notification.habit.digested is 'the youngest message that the last digest knew of';
