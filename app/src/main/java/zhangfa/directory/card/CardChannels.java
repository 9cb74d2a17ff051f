package zhangfa.directory.card;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhangfa.api.Words;
import zhangfa.directory.link.Links;
import zhangfa.directory.platform.Platform;
import zhangfa.directory.provider.Kind;
import zhangfa.directory.provider.Providers;
import zhangfa.notification.Channel;
import zhangfa.notification.MessageKind;
import zhangfa.notification.MessageKinds;

/** A channel for each platform. */
@Configuration(proxyBeanMethods = false)
class CardChannels {

    private final List<Platform> platforms;
    private final Providers providers;
    private final Links links;
    private final Set<String> kinds;
    private final Words words;
    private final String base;

    CardChannels(
            List<Platform> platforms,
            Providers providers,
            Links links,
            List<MessageKinds> kinds,
            Words words,
            @Value("${zhangfa.url}") String base) {
        this.platforms = platforms;
        this.providers = providers;
        this.links = links;
        this.kinds = kinds.stream()
                .flatMap(of -> of.kinds().stream())
                .filter(MessageKind::outside)
                .map(MessageKind::key)
                .collect(Collectors.toUnmodifiableSet());
        this.words = words;
        this.base = base.replaceFirst("/+$", "");
    }

    @Bean
    Channel wecomCards() {
        return channel(Kind.WECOM);
    }

    @Bean
    Channel dingtalkCards() {
        return channel(Kind.DINGTALK);
    }

    @Bean
    Channel feishuCards() {
        return channel(Kind.FEISHU);
    }

    private Channel channel(Kind kind) {
        var platform =
                platforms.stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
        return new CardChannel(platform, providers, links, kinds, words, base);
    }
}
