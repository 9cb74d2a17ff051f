-- The last number taken of each series: one row for each text that stands around the number, such as CG-2026- of CG-{yyyy}-{0000}.
create table process.number_series (
    head text   not null,
    tail text   not null,
    last bigint not null check (last > 0),
    primary key (head, tail)
) with (fillfactor = 50);

-- The row is locked until the case has begun or has not: then it gives its number back, so that there is no gap.
create function process.next_number(head text, width integer, tail text) returns text language sql volatile as $$
    insert into process.number_series as series values ($1, $3, 1)
    on conflict (head, tail) do update set last = series.last + 1
    returning $1 || to_char(series.last, 'FM999999999' || repeat('0', width)) || $3
$$;
