create schema calendar;

-- Counts committed changes, so that every node notices them.
create table calendar.version (
    version bigint not null
);
insert into calendar.version values (1);

create function calendar.count_change() returns trigger language plpgsql as $$
begin
    update calendar.version set version = version + 1;
    return null;
end
$$;

create table calendar.calendar (
    id uuid primary key,
    unit uuid,
    version bigint not null,
    sheet jsonb not null,
    unique nulls not distinct (unit)
);
comment on table calendar.calendar is 'business calendars; the history of their changes is in the journal';
comment on column calendar.calendar.unit is 'whose it is; null for the company''s, which everybody has who has no nearer one';
comment on column calendar.calendar.sheet is 'name, zone, hours by weekday, special days, and whether those of the next one above hold too';

create trigger calendar_changed after insert or update or delete on calendar.calendar
    for each statement execute function calendar.count_change();
