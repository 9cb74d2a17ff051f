package zhangfa.directory.ldap;

import com.unboundid.util.ssl.JVMDefaultTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import javax.net.ssl.TrustManagerFactory;

/** Whose certificates are believed. */
final class Certificates {

    private Certificates() {}

    /** Only these (PEM, the company's own authority), or whatever this Java believes where there are none. */
    static SSLUtil trusting(String pem) throws GeneralSecurityException {
        if (pem.isBlank()) {
            return new SSLUtil(JVMDefaultTrustManager.getInstance());
        }
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (var certificate : CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))) {
                store.setCertificateEntry("c" + store.size(), certificate);
            }
            if (store.size() == 0) {
                throw new CertificateException("No certificate");
            }
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return new SSLUtil(factory.getTrustManagers());
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
