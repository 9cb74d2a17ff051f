package zhangfa.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.support.SessionFlashMapManager;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/** Wires templates, languages and message bundles. */
@Configuration(proxyBeanMethods = false)
class UiConfiguration {

    /** Compiled at build time; from {@code zhangfa.templates} (a source folder, set by bin/dev) with reload. */
    @Bean
    TemplateEngine templateEngine(@Value("${zhangfa.templates:}") String sources) {
        if (sources.isBlank()) {
            return TemplateEngine.createPrecompiled(ContentType.Html);
        }
        var engine = TemplateEngine.create(
                new DirectoryCodeResolver(Path.of(sources)), Path.of("target", "templates"), ContentType.Html);
        engine.setBinaryStaticContent(true);
        engine.setTrimControlStructures(true);
        return engine;
    }

    @Bean
    ViewResolver templates(TemplateEngine engine, Pages pages) {
        return new Templates(engine, pages);
    }

    /** Every name that is not a redirect or forward is a template. */
    private record Templates(TemplateEngine engine, Pages pages) implements ViewResolver, Ordered {

        @Override
        public View resolveViewName(String name, Locale locale) {
            if (name.startsWith(UrlBasedViewResolver.REDIRECT_URL_PREFIX)) {
                return new RedirectView(
                        name.substring(UrlBasedViewResolver.REDIRECT_URL_PREFIX.length()), true, true, false);
            }
            return new TemplateView(name + ".jte", engine, pages);
        }

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }
    }

    @Bean
    MessageSource messageSource() throws IOException {
        var bundles = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
        var source = new ResourceBundleMessageSource();
        source.setBasenames(Arrays.stream(bundles)
                .map(Resource::getFilename)
                .filter(Objects::nonNull)
                .map(name -> "messages/" + name.replaceFirst("(_zh_TW|_en)?\\.properties$", ""))
                .distinct()
                .sorted()
                .toArray(String[]::new));
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        return source;
    }

    @Bean
    FlashMapManager flashMapManager() {
        return new Flashes();
    }

    /** What is said after a redirect is for the page that follows, not for a part of another that is fetched meanwhile. */
    private static final class Flashes extends SessionFlashMapManager {

        @Override
        protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
            var isPart = request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null;
            return isPart && request.getMethod().equals("GET") ? null : super.retrieveFlashMaps(request);
        }
    }

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("language");
        resolver.setDefaultLocaleFunction(request ->
                request.getHeader("Accept-Language") == null ? Language.CHINA : Language.nearest(request.getLocale()));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setCookieMaxAge(Duration.ofDays(365));
        return resolver;
    }
}
