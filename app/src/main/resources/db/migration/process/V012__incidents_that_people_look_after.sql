-- An incident may also be a message of the case that reached nobody: then it keeps the job that is tried again. Its number is negative.
alter table process.incident add column job text;

-- What was undone or ended with its case is no incident any more.
update process.incident i set resolved_at = c.ended_at from process.case c
where c.id = i.case_id and c.ended_at is not null and i.resolved_at is null;

create index incident_open on process.incident (raised_at desc, case_id, number) where resolved_at is null;
create index incident_raised on process.incident (raised_at desc, case_id, number);
