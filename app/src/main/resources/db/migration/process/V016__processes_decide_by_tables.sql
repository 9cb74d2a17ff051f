-- The DMN files that a version was handed in with; a version never changes, so its tables do not either.
alter table process.definition add column decisions text[] not null default '{}';
