package zhangfa.database.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import zhangfa.database.Migrations;
import zhangfa.database.backup.Manifest.History;
import zhangfa.database.backup.Manifest.Partition;
import zhangfa.database.backup.Manifest.Sequence;
import zhangfa.database.backup.Manifest.Table;

/** What the company's database holds at this moment, read through one connection. */
record Catalog(Connection connection) {

    private static final String OURS = """
            and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', '%s')
            and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
            """.formatted(Migrations.HISTORIES);

    /** Every table that holds rows itself, without the columns that PostgreSQL computes. */
    List<Table> tables() throws SQLException {
        var sql = """
                select n.nspname, c.relname,
                       array(select a.attname::text from pg_attribute a
                             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                             order by a.attnum),
                       (select i.inhparent::regclass::text from pg_inherits i where i.inhrelid = c.oid and c.relispartition),
                       pg_get_expr(c.relpartbound, c.oid),
                       array(select format('create table %I.%I (%s)', n.nspname, c.relname, string_agg(
                                 format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod))
                                     || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
                                     || case when a.attnotnull then ' not null' else '' end, ', ' order by a.attnum))
                             from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)
                       || array(select format('alter table %I.%I add constraint %I %s', n.nspname, c.relname, k.conname,
                                    pg_get_constraintdef(k.oid))
                                from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'c') order by k.conname)
                       || array(select pg_get_indexdef(i.indexrelid) from pg_index i
                                where i.indrelid = c.oid
                                    and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
                                order by 1)
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and c.relpersistence <> 't'
                """ + OURS + " order by 1, 2";
        return list(sql, row -> {
            var parent = row.getString(4);
            return new Table(
                    row.getString(1),
                    row.getString(2),
                    List.of((String[]) row.getArray(3).getArray()),
                    parent == null ? null : new Partition(parent, row.getString(5)),
                    List.of((String[]) row.getArray(6).getArray()),
                    0,
                    "");
        });
    }

    List<Sequence> sequences() throws SQLException {
        var sql = """
                select n.nspname, c.relname, s.last_value
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                join pg_sequences s on s.schemaname = n.nspname and s.sequencename = c.relname
                where c.relkind = 'S'
                """ + OURS + " order by 1, 2";
        return list(sql, row -> new Sequence(row.getString(1), row.getString(2), row.getObject(3, Long.class)));
    }

    List<History> histories() throws SQLException {
        var modules = list(
                "select tablename from pg_tables where schemaname = '%s' order by 1".formatted(Migrations.HISTORIES),
                row -> row.getString(1));
        var histories = new ArrayList<History>();
        for (var module : modules) {
            histories.addAll(list(
                    "select version from %s.%s where success order by installed_rank desc limit 1"
                            .formatted(Migrations.HISTORIES, quoted(module)),
                    row -> new History(module, row.getString(1))));
        }
        return histories;
    }

    String version() throws SQLException {
        return list("show server_version", row -> row.getString(1)).getFirst();
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> list(String sql, Reading<T> reading) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var list = new ArrayList<T>();
            while (rows.next()) {
                list.add(reading.of(rows));
            }
            return list;
        }
    }
}
