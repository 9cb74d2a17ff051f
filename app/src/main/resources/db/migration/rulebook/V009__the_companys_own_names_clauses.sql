alter table rulebook.control add clauses text[] not null default '{}';
alter table rulebook.obligation add clauses text[] not null default '{}';
comment on column rulebook.control.clauses is 'What it watches, of the company''s own: ids of clauses.';
comment on column rulebook.control.article is 'What else it rests on, of the company''s own, as people call it.';
comment on column rulebook.obligation.clauses is 'What demands it, of the company''s own: ids of clauses.';
comment on column rulebook.obligation.article is 'What else demands it, of the company''s own, as people call it.';
