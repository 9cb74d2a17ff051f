alter table notification.message add column items json;

comment on column notification.message.items is 'what it lists, for its own recipients only; null where it lists nothing';
