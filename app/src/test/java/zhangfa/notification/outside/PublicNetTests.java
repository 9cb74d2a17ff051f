package zhangfa.notification.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing but the public internet is reached, however an address is written; unless a host is allowed by name. */
class PublicNetTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "198.18.0.1",
                "198.19.255.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "::10.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "2002:7f00:1::1",
                "2002:a00:1::",
                "2001::1",
                "2001:db8::1",
                "2001:20::1",
                "100::1",
                "3fff::1",
                "5f00::1"
            })
    void whatIsNotPublicIsNotReached(String address) throws UnknownHostException {
        assertThat(PublicNet.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.1.0.1",
                "198.17.0.1",
                "198.20.0.1",
                "223.255.255.254",
                "2606:4700:4700::1111",
                "2400:3200::1",
                "2a00:1450:4001::1"
            })
    void whatIsPublicIs(String address) throws UnknownHostException {
        assertThat(PublicNet.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void aNameThatPointsInsideIsRefused() {
        assertThatThrownBy(() -> net(Set.of(), "10.1.2.3").resolve("hooks.example.com"))
                .isInstanceOf(UnknownHostException.class)
                .hasMessageContaining("not on the public internet");
    }

    @Test
    void oneAddressInsideAmongOthersIsEnough() {
        assertThatThrownBy(() -> net(Set.of(), "8.8.8.8", "::1").resolve("hooks.example.com"))
                .isInstanceOf(UnknownHostException.class);
    }

    @Test
    void aHostThatIsAllowedMayBeInside() throws UnknownHostException {
        assertThat(net(Set.of("erp.example.com"), "10.1.2.3").resolve("erp.example.com"))
                .hasSize(1);
        assertThatThrownBy(() -> net(Set.of("erp.example.com"), "10.1.2.3").resolve("other.example.com"))
                .isInstanceOf(UnknownHostException.class);
    }

    private static PublicNet net(Set<String> allowed, String... addresses) {
        return new PublicNet(
                host -> Arrays.stream(addresses).map(PublicNetTests::address).toArray(InetAddress[]::new), allowed);
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
