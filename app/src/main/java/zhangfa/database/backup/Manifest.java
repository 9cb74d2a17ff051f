package zhangfa.database.backup;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a backup holds, part by part, with the fingerprints by which it is proven whole. */
record Manifest(
        int format,
        Instant madeAt,
        String postgres,
        List<History> histories,
        List<Table> tables,
        List<Sequence> sequences,
        List<Content> files) {

    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** How far the schema of a module had come. */
    record History(String module, String version) {}

    /** A table's rows in PostgreSQL's portable text form. */
    record Table(
            String schema,
            String name,
            List<String> columns,
            @Nullable Partition partition,
            @Nullable List<String> making,
            long rows,
            String sha256) {

        /** The SQL that makes it where no migration does; a backup of an earlier Zhangfa has none. */
        List<String> statements() {
            return making == null ? List.of() : making;
        }

        String entry() {
            return "tables/" + schema + "." + name;
        }

        /** The table as SQL names it. */
        String quoted() {
            return Catalog.quoted(schema) + "." + Catalog.quoted(name);
        }

        String quotedColumns() {
            return String.join(", ", columns.stream().map(Catalog::quoted).toList());
        }

        Table counted(long counted, String fingerprint) {
            return new Table(schema, name, columns, partition, making, counted, fingerprint);
        }
    }

    /** Of which table it is a part, and which rows belong into it, both as SQL. */
    record Partition(String parent, String bound) {}

    /** Where a sequence stands; {@code null} when it was never used. */
    record Sequence(String schema, String name, @Nullable Long last) {}

    /** A file of the file store, sealed as it lies there. */
    record Content(String path, long size, String sha256) {

        String entry() {
            return "files/" + path;
        }
    }

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    byte[] json() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    static Manifest read(InputStream json) throws IOException {
        var manifest = JSON.readValue(json.readAllBytes(), Manifest.class);
        if (manifest.format() != FORMAT) {
            throw new IOException(
                    "This backup is of form %d, and this Zhangfa reads form %d.".formatted(manifest.format(), FORMAT));
        }
        return manifest;
    }
}
