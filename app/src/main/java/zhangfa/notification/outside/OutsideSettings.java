package zhangfa.notification.outside;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What calls to the outside may reach.
 *
 * @param allowed names of hosts that may be reached although they are in the company's own net, also without TLS
 */
@ConfigurationProperties("zhangfa.endpoint")
public record OutsideSettings(@DefaultValue Set<String> allowed) {}
