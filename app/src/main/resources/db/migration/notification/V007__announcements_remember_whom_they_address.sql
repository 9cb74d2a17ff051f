alter table notification.announcement
    add column everyone  boolean not null default false,
    add column units     uuid[]  not null default '{}',
    add column positions text[]  not null default '{}';

comment on column notification.announcement.units is 'addressed with everything below them; whoever comes later is addressed too, while it is open';
