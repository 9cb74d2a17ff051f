package zhangfa;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Budgets that keep every file readable: they hold for the product, the library and the tests alike. */
class SourceTests {

    private static final int LINES_OF_A_FILE = 300;
    private static final int LINES_OF_A_METHOD = 40;
    private static final int PARAMETERS_OF_A_CONSTRUCTOR = 7;
    private static final int LINES_OF_A_STYLE_OR_SCRIPT = 200;

    /** The fold of events is one table, a line for each event: apart, nobody could see that it is whole. */
    private static final String TABLE = " evolve";

    /** A method or constructor as it is written. */
    private record Written(String where, boolean constructs, int parameters, long lines) {}

    private static List<Written> methods = List.of();

    @BeforeAll
    static void read() throws IOException {
        methods = methodsOf(files("java"));
    }

    @Test
    void aFileIsReadInOneGo() throws IOException {
        assertThat(files("java")).isNotEmpty().allMatch(file -> lines(file) <= LINES_OF_A_FILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"css", "js"})
    void aStyleOrScriptHasOneJob(String kind) throws IOException {
        assertThat(files(kind)).isNotEmpty().allMatch(file -> lines(file) <= LINES_OF_A_STYLE_OR_SCRIPT);
    }

    @Test
    void aMethodFitsOnAScreen() {
        assertThat(methods)
                .isNotEmpty()
                .filteredOn(method -> !method.where().endsWith(TABLE))
                .allMatch(method -> method.lines() <= LINES_OF_A_METHOD);
    }

    @Test
    void aClassNeedsFewThings() {
        assertThat(methods.stream().filter(Written::constructs))
                .isNotEmpty()
                .allMatch(constructor -> constructor.parameters() <= PARAMETERS_OF_A_CONSTRUCTOR);
    }

    private static List<Path> files(String ending) throws IOException {
        var files = new ArrayList<Path>();
        for (var root : roots()) {
            try (var all = Files.walk(root)) {
                files.addAll(all.filter(file -> file.toString().endsWith("." + ending))
                        .filter(file -> !file.toString().contains("node_modules"))
                        .toList());
            }
        }
        return files;
    }

    /** Of this and every other part of the reactor. */
    private static List<Path> roots() throws IOException {
        try (var parts = Files.list(Path.of(".."))) {
            return parts.map(part -> part.resolve("src"))
                    .filter(Files::isDirectory)
                    .toList();
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** Reads with the compiler's own parser, so that no style of writing escapes the count. */
    private static List<Written> methodsOf(List<Path> files) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var found = new ArrayList<Written>();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            var positions = Trees.instance(task).getSourcePositions();
            for (var unit : task.parse()) {
                new Methods(unit, positions, found).scan(unit, null);
            }
        }
        return found;
    }

    /** Walks through one file. */
    private static final class Methods extends TreePathScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Written> found;

        Methods(CompilationUnitTree unit, SourcePositions positions, List<Written> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            var body = method.getBody();
            if (body != null) {
                var first = line(positions.getStartPosition(unit, body));
                var last = line(positions.getEndPosition(unit, body));
                var where = "%s:%d %s".formatted(unit.getSourceFile().getName(), first, method.getName());
                // The components of a record are what it holds, not what it needs.
                var constructs = method.getReturnType() == null
                        && getCurrentPath().getParentPath().getLeaf().getKind() != Tree.Kind.RECORD;
                found.add(new Written(where, constructs, method.getParameters().size(), last - first + 1));
            }
            return super.visitMethod(method, nothing);
        }

        private long line(long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }
}
