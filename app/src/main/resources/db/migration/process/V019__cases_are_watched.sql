-- Who wants to hear of each step of a case.
alter table process.case add column watchers uuid[] not null default '{}';
