create table notification.endpoint (
    id         uuid        primary key,
    name       text        not null,
    format     text        not null check (format in ('cloudevents', 'dingtalk', 'wecom', 'feishu')),
    host       text        not null,
    kinds      text[]      not null,
    sealed     bytea       not null,
    made_by    uuid        not null,
    made_at    timestamptz not null,
    removed_at timestamptz
);

comment on table notification.endpoint is 'Programs and group chats that messages are also sent to.';
comment on column notification.endpoint.sealed is 'address and secret, encrypted: a robot''s address is a credential';
