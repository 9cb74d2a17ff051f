package zhangfa.notification.centre;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Listing;
import zhangfa.api.Window;
import zhangfa.notification.OpenPages;
import zhangfa.notification.wording.Speaking;
import zhangfa.notification.wording.Spoken;

/** The notices of one person, the youngest first. */
@Component
class Notices {

    private static final String MINE = "select " + Speaking.COLUMNS
            + " from notification.notice n join notification.message m on m.id = n.message where n.person = :me ";

    private final JdbcClient jdbc;
    private final Speaking speaking;
    private final OpenPages pages;

    Notices(JdbcClient jdbc, Speaking speaking, OpenPages pages) {
        this.jdbc = jdbc;
        this.speaking = speaking;
        this.pages = pages;
    }

    Listing<Spoken> list(UUID me, Box box, Window window, Locale locale) {
        var rows = jdbc.sql(MINE + box.condition() + """
                        and (:after::uuid is null or n.message < :after::uuid)
                        order by n.message desc limit :rows""")
                .param("me", me)
                .param("after", window.afterId())
                .param("rows", window.rows())
                .query(speaking.in(locale))
                .list();
        return Listing.of(rows, window.size(), spoken -> spoken.id().toString()).counted(window, () -> count(me, box));
    }

    /** Counted as far as a badge tells. */
    int unread(UUID me) {
        return jdbc.sql(
                        "select count(*) from (select 1 from notification.notice where person = ? and read_at is null limit 100) counted")
                .param(me)
                .query(Integer.class)
                .single();
    }

    Optional<Spoken> find(UUID me, UUID message, Locale locale) {
        return jdbc.sql(MINE + "and n.message = :message")
                .param("me", me)
                .param("message", message)
                .query(speaking.in(locale))
                .optional();
    }

    @Transactional
    void read(UUID me, UUID message) {
        jdbc.sql("update notification.notice set read_at = now() where person = ? and message = ? and read_at is null")
                .params(me, message)
                .update();
        pages.tellAfterCommit(List.of(me));
    }

    @Transactional
    void readAll(UUID me) {
        jdbc.sql("update notification.notice set read_at = now() where person = ? and read_at is null")
                .param(me)
                .update();
        pages.tellAfterCommit(List.of(me));
    }

    private Long count(UUID me, Box box) {
        return jdbc.sql(
                        "select count(*) from notification.notice n join notification.message m on m.id = n.message where n.person = :me "
                                + box.condition())
                .param("me", me)
                .query(Long.class)
                .single();
    }
}
