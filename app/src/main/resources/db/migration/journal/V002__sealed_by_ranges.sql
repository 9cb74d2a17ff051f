-- Entries come in the order of time: a summary of each range of pages serves the seals, and costs an entry nothing.
drop index journal.entry_recorded_at;
create index entry_recorded_at on journal.entry using brin (recorded_at) with (autosummarize = on);
