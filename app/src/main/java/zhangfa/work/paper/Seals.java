package zhangfa.work.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Refusal;
import zhangfa.journal.Happening;
import zhangfa.journal.Journal;

/** Where the image of the company's seal is kept; there is one, or none. */
@Component
@Transactional
class Seals {

    private static final int LARGEST = 1024 * 1024;
    private static final int BROADEST = 2_000;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private final JdbcClient database;
    private final Journal journal;
    private final Clock clock;

    Seals(JdbcClient database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    Optional<byte[]> image() {
        return database.sql("select image from work.seal").query(byte[].class).optional();
    }

    /** @throws Refusal for what is no PNG, or too large */
    void put(byte[] image, UUID who) {
        if (image.length > LARGEST) {
            throw Refusal.invalid("/file", "{work.seal.large}");
        }
        if (!isPng(image)) {
            throw Refusal.invalid("/file", "{work.seal.png}");
        }
        database.sql("delete from work.seal").update();
        database.sql("insert into work.seal (image, put_at, put_by) values (?, now(), ?)")
                .params(image, who)
                .update();
        note("seal_changed", who);
    }

    void remove(UUID who) {
        if (database.sql("delete from work.seal").update() > 0) {
            note("seal_removed", who);
        }
    }

    private void note(String kind, UUID who) {
        journal.append("system", "seal", new Happening(clock.instant(), who, null, kind, null, null, "{}"));
    }

    private static boolean isPng(byte[] image) {
        return image.length > PNG.length
                && Arrays.equals(image, 0, PNG.length, PNG, 0, PNG.length)
                && isReadable(image);
    }

    /** A picture of reasonable size by its own head, before anything is unpacked. */
    private static boolean isReadable(byte[] image) {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(image))) {
            var readers = ImageIO.getImageReadersByFormatName("png");
            var reader = readers.next();
            reader.setInput(input);
            return reader.getWidth(0) <= BROADEST && reader.getHeight(0) <= BROADEST && reader.read(0) != null;
        } catch (IOException broken) {
            return false;
        }
    }
}
