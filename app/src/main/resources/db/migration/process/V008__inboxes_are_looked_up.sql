-- An inbox that is empty for a while and then full must not be read as a whole by plans made while it was empty: its file never shrinks to nothing.
alter table process.todo set (vacuum_truncate = off);
