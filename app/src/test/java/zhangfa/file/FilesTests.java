package zhangfa.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import zhangfa.CompanyTest;
import zhangfa.database.Keys;

@CompanyTest
class FilesTests {

    private static final UUID OWNER = Keys.next();

    @Autowired
    Files files;

    @Autowired
    JdbcClient database;

    @Test
    void everyUploadIsAFileOfItsOwnWhileAContentIsKeptOnce() throws IOException {
        var text = "the same content " + Keys.next();
        var first = stored(text, OWNER);
        var second = stored(text, Keys.next());
        assertThat(first.id()).isNotEqualTo(second.id());
        assertThat(contents(first.sha256())).isOne();
        assertThat(read(second)).isEqualTo(text);
    }

    @Test
    void theSameContentBroughtByManyAtOnceIsReadable() throws Exception {
        var text = "brought at once " + Keys.next();
        var together = new CyclicBarrier(6);
        Callable<StoredFile> upload = () -> {
            together.await();
            return stored(text, OWNER);
        };
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var uploads = people.invokeAll(
                    IntStream.range(0, 6).mapToObj(number -> upload).toList());
            assertThat(uploads.stream()
                            .map(Future::resultNow)
                            .map(StoredFile::id)
                            .collect(Collectors.toSet()))
                    .hasSize(6);
            assertThat(read(uploads.getFirst().resultNow())).isEqualTo(text);
            assertThat(contents(uploads.getFirst().resultNow().sha256())).isOne();
        }
    }

    @Test
    void theOwnerSeesAFileUntilItHangsOnSomething() throws IOException {
        var file = stored("mine " + Keys.next(), OWNER);
        assertThat(files.maySee(file, OWNER)).isTrue();
        assertThat(files.maySee(file, Keys.next())).isFalse();

        files.attach(List.of(file.id()), Keys.next());
        assertThat(files.maySee(file, OWNER)).isFalse();
    }

    @Test
    void whatHangsOnASubjectIsFoundThereOnce() throws IOException {
        var subject = Keys.next();
        var file = stored("attached " + Keys.next(), OWNER);
        files.attach(List.of(file.id()), subject);
        files.attach(List.of(file.id()), subject);
        assertThat(files.attachedTo(subject)).containsExactly(file);
    }

    private StoredFile stored(String text, UUID owner) throws IOException {
        return files.store(owner, "note.txt", new ByteArrayResource(text.getBytes(UTF_8)));
    }

    private String read(StoredFile file) throws IOException {
        try (var stream = files.open(file)) {
            return new String(stream.readAllBytes(), UTF_8);
        }
    }

    private int contents(String sha256) {
        return database.sql("select count(*) from file.content where sha256 = ?")
                .param(sha256)
                .query(Integer.class)
                .single();
    }
}
