package zhangfa.directory.ldap;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.cert.PublicKeyAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.SignatureAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.X509Certificate;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManager;

/** A real LDAP server in memory, with a certificate of its own that names {@code localhost}. */
final class FakeDirectory implements AutoCloseable {

    static final String READER = "cn=reader,dc=example,dc=com";
    static final String READERS_PASSWORD = "reader's password";

    private static final String BASE = "dc=example,dc=com";
    private static final char[] STORE = "x".toCharArray();

    private final InMemoryDirectoryServer server;
    private final X509Certificate certificate;

    FakeDirectory() {
        try {
            var made = X509Certificate.generateSelfSignedCertificate(
                    SignatureAlgorithmIdentifier.SHA_256_WITH_RSA,
                    PublicKeyAlgorithmIdentifier.RSA,
                    2048,
                    new DN("CN=localhost"),
                    Instant.now().minus(Duration.ofDays(1)).toEpochMilli(),
                    Instant.now().plus(Duration.ofDays(1)).toEpochMilli());
            certificate = made.getFirst();
            var ssl = ssl(made.getSecond().getPrivate(), certificate);
            var config = new InMemoryDirectoryServerConfig(BASE);
            config.setSchema(null);
            config.addAdditionalBindCredentials(READER, READERS_PASSWORD);
            config.setAuthenticationRequiredOperationTypes(com.unboundid.ldap.sdk.OperationType.SEARCH);
            config.setListenerConfigs(
                    InMemoryListenerConfig.createLDAPConfig(
                            "open", InetAddress.getLoopbackAddress(), 0, ssl.createSSLSocketFactory()),
                    InMemoryListenerConfig.createLDAPSConfig(
                            "closed",
                            InetAddress.getLoopbackAddress(),
                            0,
                            ssl.createSSLServerSocketFactory(),
                            ssl.createSSLSocketFactory()));
            server = new InMemoryDirectoryServer(config);
            server.add("dn: " + BASE, "objectClass: domain", "dc: example");
            server.startListening();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLUtil ssl(java.security.PrivateKey key, X509Certificate certificate) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        var chain = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(certificate.getX509CertificateBytes()));
        store.setKeyEntry("server", key, STORE, new Certificate[] {chain});
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, STORE);
        return new SSLUtil(managers.getKeyManagers(), new TrustManager[0]);
    }

    void add(String uid, String password, String mail) {
        try {
            server.add(
                    "dn: uid=" + uid + "," + BASE,
                    "objectClass: inetOrgPerson",
                    "uid: " + uid,
                    "cn: " + uid,
                    "sn: " + uid,
                    "mail: " + mail,
                    "userPassword: " + password);
        } catch (LDAPException | LDIFException e) {
            throw new IllegalStateException(e);
        }
    }

    int openPort() {
        return server.getListenPort("open");
    }

    int closedPort() {
        return server.getListenPort("closed");
    }

    /** What an administrator enters for it. */
    Map<String, String> settings(String security, int port) {
        return Map.of(
                "host",
                "localhost",
                "security",
                security,
                "port",
                Integer.toString(port),
                "bind_dn",
                READER,
                "base_dn",
                BASE,
                "filter",
                "(&(objectClass=inetOrgPerson)(uid={username}))",
                "id_attribute",
                "entryUUID",
                "certificate",
                certificate.toPEMString());
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}
