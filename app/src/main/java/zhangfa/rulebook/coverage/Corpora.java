package zhangfa.rulebook.coverage;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import zhangfa.database.Remembered;
import zhangfa.rulebook.practice.Practices;
import zhangfa.rulebook.tree.RulebookTrees;

/** Keeps the rulebooks in memory while nothing is loaded: 20,000 articles are too many to be read for each page. */
@Component
class Corpora {

    private final JdbcClient jdbc;
    private final Remembered<Corpus> latest;

    Corpora(JdbcClient jdbc, PlatformTransactionManager transactions, RulebookTrees trees, Practices practices) {
        this.jdbc = jdbc;
        this.latest = new Remembered<>(transactions, this::loaded, () -> Corpus.of(trees.all(), practices.all()));
    }

    Corpus present() {
        return latest.value();
    }

    private Object loaded() {
        return jdbc.sql("""
                        select md5(string_agg(key || content_hash, ',' order by key)) from (
                            select key, content_hash from rulebook.rulebook
                            union all select key, content_hash from rulebook.practice) loaded""").query(String.class).optional().orElse("");
    }
}
