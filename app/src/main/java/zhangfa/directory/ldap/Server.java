package zhangfa.directory.ldap;

import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.SSLUtil;
import java.security.GeneralSecurityException;
import java.util.Optional;
import zhangfa.directory.provider.Provider;
import zhangfa.directory.provider.Trouble;

/** A conversation with an LDAP server, encrypted before anything secret is said, with the name of its certificate checked. */
record Server(LDAPConnection connection, Provider provider) implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 5_000;

    /** As the provider's own user, or as nobody where it has none. */
    static Server open(Provider provider, String secret) throws Trouble {
        var server = connected(provider);
        try {
            if (!provider.setting("bind_dn").isEmpty()) {
                server.connection().bind(provider.setting("bind_dn"), secret);
            }
            return server;
        } catch (LDAPException e) {
            server.close();
            throw e.getResultCode().equals(ResultCode.INVALID_CREDENTIALS)
                    ? Trouble.lasting("{directory.ldap.bind-refused}")
                    : Trouble.passing(
                            "{directory.ldap.failed|" + e.getResultCode().getName() + "}", e);
        }
    }

    private static Server connected(Provider provider) throws Trouble {
        var security = provider.setting("security");
        var options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(PATIENCE_MILLIS);
        options.setResponseTimeoutMillis(PATIENCE_MILLIS);
        options.setFollowReferrals(false);
        options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
        try {
            var ssl = ssl(provider);
            var connection = security.equals("ldaps")
                    ? new LDAPConnection(
                            ssl.createSSLSocketFactory(), options, provider.setting("host"), port(provider))
                    : new LDAPConnection(options, provider.setting("host"), port(provider));
            if (security.equals("starttls")) {
                encrypt(connection, new StartTLSExtendedRequest(ssl.createSSLContext()));
            }
            return new Server(connection, provider);
        } catch (LDAPException | GeneralSecurityException e) {
            throw Trouble.passing("{directory.ldap.unreachable|" + provider.setting("host") + "}", e);
        }
    }

    private static void encrypt(LDAPConnection connection, StartTLSExtendedRequest request) throws LDAPException {
        try {
            ExtendedResult result = connection.processExtendedOperation(request);
            if (!result.getResultCode().equals(ResultCode.SUCCESS)) {
                throw new LDAPException(result);
            }
        } catch (LDAPException e) {
            connection.close();
            throw e;
        }
    }

    /** With a certificate of its own only that is believed, else whatever this Java believes. */
    private static SSLUtil ssl(Provider provider) throws GeneralSecurityException {
        return Certificates.trusting(provider.setting("certificate"));
    }

    private static int port(Provider provider) {
        var port = provider.setting("port");
        return port.isEmpty() ? (provider.setting("security").equals("ldaps") ? 636 : 389) : Integer.parseInt(port);
    }

    boolean knowsItsBase() throws Trouble {
        return entry(SearchScope.BASE, Filter.createPresenceFilter("objectClass"))
                .isPresent();
    }

    /** The one entry that the provider's filter finds for this name; nobody where there are two. */
    Optional<SearchResultEntry> person(String username) throws Trouble {
        return entry(SearchScope.SUB, Search.filter(provider.setting("filter"), username));
    }

    private Optional<SearchResultEntry> entry(SearchScope scope, Filter filter) throws Trouble {
        var attributes = new String[] {
            provider.setting("id_attribute"),
            provider.setting("account_attribute"),
            provider.setting("name_attribute"),
            "mail",
            "mobile"
        };
        try {
            var request = new SearchRequest(provider.setting("base_dn"), scope, filter, attributes);
            request.setSizeLimit(2);
            var found = connection.search(request).getSearchEntries();
            return found != null && found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
        } catch (LDAPSearchException e) {
            if (e.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)
                    || e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                return Optional.empty();
            }
            throw Trouble.passing("{directory.ldap.failed|" + e.getResultCode().getName() + "}", e);
        }
    }

    /** Binds as that entry; an empty password would be a bind as nobody (RFC 4513, 5.1.2), which proves nothing. */
    boolean opens(String dn, String password) throws Trouble {
        if (password.isEmpty()) {
            return false;
        }
        try {
            return connection.bind(dn, password).getResultCode().equals(ResultCode.SUCCESS);
        } catch (LDAPException e) {
            if (e.getResultCode().isConnectionUsable()) {
                return false;
            }
            throw Trouble.passing("{directory.ldap.failed|" + e.getResultCode().getName() + "}", e);
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
