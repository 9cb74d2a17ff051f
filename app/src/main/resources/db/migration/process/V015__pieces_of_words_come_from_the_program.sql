-- Computed here, the pieces of a title cost more than all else that a new case writes.
create function process.pieces(words text) returns int[] language sql immutable strict as $$
    select coalesce(array_agg(distinct ('x' || lpad(to_hex(piece), 8, '0'))::bit(32)::int), '{}')
    from (
        select ascii(substr(words, place, 1))::bigint as piece from generate_series(1, length(words)) as place
        union
        select ascii(substr(words, place - 1, 1))::bigint << 16 | ascii(substr(words, place, 1)) from generate_series(2, length(words)) as place
    ) as pieces
$$;

alter table process.case add column pieces int[] not null default '{}';
update process.case set pieces = process.pieces(search);
comment on column process.case.pieces is 'each letter of search, and each pair of neighbours: the first times 65536 and the second';

drop index process.case_search;
create index case_search on process.case using gin (pieces);

drop function process.pieces(text), process.letters(text), process.pairs(text[]);
