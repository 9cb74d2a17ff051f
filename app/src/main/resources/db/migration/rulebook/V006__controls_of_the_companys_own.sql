alter table rulebook.control alter practice drop not null;
alter table rulebook.control
    add article text not null default '',
    add revision int not null default 0;
comment on column rulebook.control.practice is 'The practice that brought it; null for the company''s own.';
comment on column rulebook.control.article is 'What it watches, of the company''s own: the article, as people call it.';
