-- Chinese has no spaces: a text is found by its pairs of letters, and the few that have all pairs are looked at letter by letter.
create function process.pairs(words text[]) returns text[] language sql immutable strict parallel safe as $$
    select coalesce(array_agg(distinct substr(word, place, 2)), '{}')
    from unnest(words) as word, generate_series(1, greatest(length(word) - 1, 1)) as place
$$;

-- For the index: every pair, and every letter, so that a single letter is found too.
create function process.letters(words text) returns text[] language sql immutable strict parallel safe as $$
    select coalesce(array_agg(distinct piece), '{}')
    from generate_series(1, length(words)) as place, unnest(array[substr(words, place, 1), substr(words, place, 2)]) as piece
$$;

alter table process.case add column search text not null default '';
update process.case set search = lower(title);
comment on column process.case.search is 'the title and its initials in pinyin, in lower case';

create index case_search on process.case using gin (process.letters(search));
