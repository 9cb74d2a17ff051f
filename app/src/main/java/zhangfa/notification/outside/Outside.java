package zhangfa.notification.outside;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
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
    private final int worthReading;

    @Autowired
    Outside(OutsideSettings settings) {
        this(new PublicNet(InetAddress::getAllByName, settings.allowed()));
    }

    public Outside(PublicNet net) {
        this(net, WORTH_READING);
    }

    /** One that reads answers up to so many bytes. */
    public Outside(PublicNet net, int worthReading) {
        this.worthReading = worthReading;
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

    public Call.Answer get(URI address, Map<String, String> headers) throws IOException {
        return answer(new HttpGet(address), headers);
    }

    public Call.Answer post(Call call) throws IOException {
        var request = new HttpPost(call.address());
        request.setEntity(new StringEntity(call.body(), ContentType.create(call.type(), StandardCharsets.UTF_8)));
        return answer(request, call.headers());
    }

    private Call.Answer answer(ClassicHttpRequest request, Map<String, String> headers) throws IOException {
        headers.forEach(request::setHeader);
        return client.execute(request, response -> new Call.Answer(response.getCode(), read(response.getEntity())));
    }

    private String read(HttpEntity entity) throws IOException {
        if (entity == null) {
            return "";
        }
        try (var content = entity.getContent()) {
            return new String(content.readNBytes(worthReading), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
