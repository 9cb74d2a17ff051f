package zhangfa.notification.outside;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Calls the outside: no redirect is followed, nothing is kept between calls, nobody may keep us waiting. */
@Component
public class Outside implements AutoCloseable {

    private static final Timeout PATIENCE = Timeout.ofSeconds(10);
    private static final int WORTH_READING = 8192;

    private final CloseableHttpClient client;

    @Autowired
    Outside(OutsideSettings settings) {
        this(new PublicNet(InetAddress::getAllByName, settings.allowed()));
    }

    public Outside(PublicNet net) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(net)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(PATIENCE)
                        .setSocketTimeout(PATIENCE)
                        .build())
                .build();
        this.client = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(PATIENCE).build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .setUserAgent("Zhangfa")
                .build();
    }

    public Call.Answer post(Call call) throws IOException {
        var request = new HttpPost(call.address());
        call.headers().forEach(request::setHeader);
        request.setEntity(new StringEntity(call.body(), ContentType.create(call.type(), StandardCharsets.UTF_8)));
        return client.execute(request, response -> new Call.Answer(response.getCode(), read(response.getEntity())));
    }

    private static String read(HttpEntity entity) throws IOException {
        if (entity == null) {
            return "";
        }
        try (var content = entity.getContent()) {
            return new String(content.readNBytes(WORTH_READING), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
