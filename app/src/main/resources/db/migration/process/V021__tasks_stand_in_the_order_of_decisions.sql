-- As fact.task says it: costs next to nothing to keep, and what was decided lately is found without reading all.
create index task_decided on process.task using brin ((case when closing <> 'dropped' then closed_at end)) with (autosummarize = on);
