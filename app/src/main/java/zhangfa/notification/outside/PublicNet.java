package zhangfa.notification.outside;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names for calls to the outside, and refuses whatever is not the public internet (IANA special-purpose address
 * registries, RFC 6890): the connection is made to the very addresses that were examined, so a name cannot point
 * elsewhere a moment later. A name with one private address among public ones is refused whole.
 */
public final class PublicNet implements DnsResolver {

    /** How names are looked up. */
    public interface Lookup {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    private final Lookup lookup;
    private final Set<String> allowed;

    /** Reaches the hosts that are allowed by name, wherever they are, and the public internet. */
    public PublicNet(Lookup lookup, Set<String> allowed) {
        this.lookup = lookup;
        this.allowed = allowed;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = lookup.of(host);
        if (!allowed.contains(host) && !Arrays.stream(addresses).allMatch(PublicNet::isPublic)) {
            throw new UnknownHostException(host + " is not on the public internet, and not allowed");
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        return switch (address) {
            case Inet4Address four -> isPublic4(bytes);
            case Inet6Address six -> isPublic6(bytes);
            default -> false;
        };
    }

    private static boolean isPublic4(byte[] b) {
        var first = b[0] & 0xFF;
        var second = b[1] & 0xFF;
        var third = b[2] & 0xFF;
        var isShared = first == 100 && second >= 64 && second < 128;
        var isProtocol = first == 192 && second == 0 && (third == 0 || third == 2);
        var isTest = (first == 198 && (second == 18 || second == 19 || (second == 51 && third == 100)))
                || (first == 203 && second == 0 && third == 113);
        return first != 0 && first < 224 && !isShared && !isProtocol && !isTest;
    }

    /** Only global unicast (2000::/3), and of it nothing that is a tunnel, documentation or carries a private IPv4. */
    private static boolean isPublic6(byte[] b) {
        var start = ((b[0] & 0xFF) << 8) | (b[1] & 0xFF);
        var next = ((b[2] & 0xFF) << 8) | (b[3] & 0xFF);
        var isGlobal = (start & 0xE000) == 0x2000;
        var isSpecial = start == 0x2001 && (next < 0x200 || next == 0x0DB8);
        var isTunnel = start == 0x2002;
        var isDocumentation = start == 0x3FFF && next < 0x1000;
        return isGlobal && !isSpecial && !isTunnel && !isDocumentation;
    }
}
