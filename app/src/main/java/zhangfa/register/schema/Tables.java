package zhangfa.register.schema;

import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import zhangfa.register.Field;
import zhangfa.register.FieldKind;

/**
 * Makes the table, the numbers and the view of facts of a register. A field is a column of its own with an index, so that a
 * million records are sorted and filtered as fast as a hundred. Names are keys that {@link Keying} made.
 */
@Component
class Tables {

    private final JdbcTemplate jdbc;

    Tables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void make(Register register) {
        jdbc.execute("create sequence " + register.sequence());
        jdbc.execute("""
                create table %s (
                    id         uuid primary key,
                    number     text not null unique,
                    state      text not null,
                    revision   int not null default 0,
                    created_by uuid not null,
                    created_at timestamptz not null default now(),
                    changed_at timestamptz not null default now(),
                    words      text[] not null default '{}'
                )""".formatted(register.table()));
        jdbc.execute("create index on %s (state, id)".formatted(register.table()));
        jdbc.execute("create index on %s using gin (words)".formatted(register.table()));
        register.fields().forEach(field -> addField(register, field));
        show(register);
    }

    void addField(Register register, Field field) {
        jdbc.execute("alter table %s add column %s %s"
                .formatted(register.table(), field.column(), field.kind().column()));
        if (field.kind() != FieldKind.AREA) {
            jdbc.execute("create index on %s (%s, id)".formatted(register.table(), field.column()));
        }
        if (field.unique()) {
            jdbc.execute(unique(register, field));
        }
    }

    /** Refused by the database where two records have the same value already. */
    void changeUnique(Register register, Field field) {
        jdbc.execute(
                field.unique()
                        ? unique(register, field)
                        : "drop index register.u_%s_%s".formatted(register.key(), field.key()));
    }

    /** Made anew with every change: nothing but questions depends on it. */
    void show(Register register) {
        jdbc.execute("drop view if exists " + register.view());
        var columns = register.fields().stream()
                .map(field -> ", r.%s as %s".formatted(field.column(), field.key()))
                .collect(Collectors.joining());
        var category = register.states().stream()
                .map(state -> " when '%s' then '%s'"
                        .formatted(state.key(), state.category().word()))
                .collect(Collectors.joining());
        jdbc.execute("""
                create view %s as
                select r.id as record, r.number as record_number, r.state as record_state,
                    case r.state%s end as record_category, r.created_by as record_created_by,
                    r.created_at as record_created_at, r.changed_at as record_changed_at%s
                from %s r""".formatted(register.view(), category, columns, register.table()));
        jdbc.execute(
                "comment on view %s is '%s'".formatted(register.view(), quoted("Register 台账: " + register.name())));
        register.fields()
                .forEach(field -> jdbc.execute("comment on column %s.%s is '%s'"
                        .formatted(register.view(), field.key(), quoted(field.name()))));
    }

    boolean isShown(Register register) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select to_regclass(?) is not null", Boolean.class, register.view()));
    }

    private static String unique(Register register, Field field) {
        return "create unique index u_%s_%s on %s (%s)"
                .formatted(register.key(), field.key(), register.table(), field.column());
    }

    private static String quoted(String words) {
        return words.replace("'", "''");
    }
}
