package zhangfa.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import zhangfa.api.Open;

/** Knows the paths that a controller method opens to everybody. */
@Component
public class OpenPaths {

    private record Way(PathPattern path, Set<String> methods) {

        boolean leadsTo(PathContainer asked, String method) {
            return path.matches(asked) && (methods.isEmpty() || methods.contains(method));
        }
    }

    private final ObjectProvider<RequestMappingHandlerMapping> mapping;
    private volatile List<Way> ways = List.of();

    OpenPaths(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping) {
        this.mapping = mapping;
    }

    public boolean include(HttpServletRequest request) {
        if (ways.isEmpty()) {
            ways = mapping.getObject().getHandlerMethods().entrySet().stream()
                    .flatMap(OpenPaths::waysOf)
                    .toList();
        }
        var path = PathContainer.parsePath(request.getRequestURI());
        return ways.stream().anyMatch(way -> way.leadsTo(path, request.getMethod()));
    }

    private static Stream<Way> waysOf(Map.Entry<RequestMappingInfo, HandlerMethod> endpoint) {
        if (!endpoint.getValue().hasMethodAnnotation(Open.class)) {
            return Stream.empty();
        }
        var methods = endpoint.getKey().getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .collect(Collectors.toUnmodifiableSet());
        return endpoint.getKey().getPatternValues().stream()
                .map(pattern -> new Way(PathPatternParser.defaultInstance.parse(pattern), methods));
    }
}
