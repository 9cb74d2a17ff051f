package zhangfa.identity.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.api.May;
import zhangfa.api.Open;
import zhangfa.api.SignedIn;
import zhangfa.identity.Accounts;

/** Every endpoint has a rule, the rule is kept, and the table in the documentation says the same. */
@CompanyTest
class AccessTests {

    private static final Path TABLE = Path.of("../docs/access.md");
    private static final List<String> MEMBERS =
            List.of(Company.STAFF1, Company.DESIGNER1, Company.INSPECTOR1, Company.ROOT);

    private record Endpoint(String path, HttpMethod method, HandlerMethod handler, List<MediaType> consumes) {

        String rule() {
            if (handler.hasMethodAnnotation(Open.class)) {
                return "open";
            }
            if (handler.hasMethodAnnotation(SignedIn.class)) {
                return "signed in";
            }
            var may = handler.getMethodAnnotation(May.class);
            return may == null ? "none" : may.value();
        }
    }

    @Autowired
    MockMvcTester web;

    @Autowired
    Accounts accounts;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Test
    void everyEndpointCarriesARule() {
        assertThat(endpoints())
                .isNotEmpty()
                .allSatisfy(endpoint -> assertThat(endpoint.rule())
                        .as(endpoint.handler().toString())
                        .isNotEqualTo("none"));
    }

    @Test
    void whoeverTheRuleExcludesIsRefused() {
        for (var endpoint : endpoints()) {
            if (!isAllowed(endpoint, null)) {
                var answer = call(endpoint, null);
                assertThat(answer.getResponse().getStatus())
                        .as("%s %s for nobody", endpoint.method(), endpoint.path())
                        .isIn(401, 302);
            }
            for (var member : MEMBERS) {
                if (!isAllowed(endpoint, member)) {
                    assertThat(call(endpoint, member))
                            .as("%s %s for %s", endpoint.method(), endpoint.path(), member)
                            .hasStatus(403);
                }
            }
        }
    }

    @Test
    void theDocumentedTableIsTheTruth() throws IOException {
        var written = Files.exists(TABLE) ? Files.readString(TABLE) : "";
        var table = table();
        Files.createDirectories(TABLE.getParent());
        Files.writeString(TABLE, table);
        assertThat(written)
                .as("docs/access.md was out of date and has been written anew: commit it")
                .isEqualTo(table);
    }

    private String table() {
        return """
                # Who may call what

                Written by `AccessTests`; do not edit. ✓ means that the endpoint answers this role. What exactly one sees or may \
                do with a single case, task or file is decided inside, by one's part in it.

                | endpoint | rule | nobody | staff | designer | inspector | administrator |
                |---|---|---|---|---|---|---|
                """ + endpoints().stream().map(this::row).collect(Collectors.joining());
    }

    private String row(Endpoint endpoint) {
        var cells = new ArrayList<String>();
        cells.add(mark(isAllowed(endpoint, null)));
        MEMBERS.forEach(member -> cells.add(mark(isAllowed(endpoint, member))));
        return "| `%s %s` | %s | %s |\n"
                .formatted(endpoint.method(), endpoint.path(), endpoint.rule(), String.join(" | ", cells));
    }

    private static String mark(boolean allowed) {
        return allowed ? "✓" : "·";
    }

    private boolean isAllowed(Endpoint endpoint, @Nullable String member) {
        return switch (endpoint.rule()) {
            case "open" -> true;
            case "none" -> false;
            case "signed in" -> member != null;
            default -> member != null && accounts.named(member).orElseThrow().may(endpoint.rule());
        };
    }

    private MvcTestResult call(Endpoint endpoint, @Nullable String member) {
        var request = web.method(endpoint.method())
                .uri(endpoint.path().replaceAll("\\{[^}]+}", "00000000-0000-7000-8000-000000000000"))
                .with(csrf());
        endpoint.consumes().forEach(request::contentType);
        if (member != null) {
            request.with(user(member));
        }
        return request.exchange();
    }

    private List<Endpoint> endpoints() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> AccessRule.isOurs(entry.getValue()))
                .flatMap(entry -> endpoints(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Endpoint::path)
                        .thenComparing(endpoint -> endpoint.method().name()))
                .toList();
    }

    private static Stream<Endpoint> endpoints(RequestMappingInfo info, HandlerMethod handler) {
        var consumes = List.copyOf(info.getConsumesCondition().getConsumableMediaTypes());
        var methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(path -> methods.stream()
                        .map(method -> new Endpoint(path, HttpMethod.valueOf(method.name()), handler, consumes)));
    }
}
