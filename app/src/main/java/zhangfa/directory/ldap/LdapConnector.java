package zhangfa.directory.ldap;

import com.unboundid.ldap.sdk.DN;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal.Fault;
import zhangfa.directory.provider.Connector;
import zhangfa.directory.provider.Kind;
import zhangfa.directory.provider.Lines;
import zhangfa.directory.provider.Provider;
import zhangfa.directory.provider.Providers;
import zhangfa.directory.provider.Trouble;
import zhangfa.directory.provider.Wish;

/** LDAP servers as administrators set them up. */
@Component
class LdapConnector implements Connector {

    private static final Set<String> SECURITIES = Set.of("", "ldaps", "starttls", "none");

    private final Lines lines;
    private final Providers providers;

    LdapConnector(Lines lines, Providers providers) {
        this.lines = lines;
        this.providers = providers;
    }

    @Override
    public Kind kind() {
        return Kind.LDAP;
    }

    @Override
    public List<Fault> faults(Wish wish) {
        var faults = new ArrayList<Fault>();
        var security = said(wish, "security");
        if (!SECURITIES.contains(security) || (security.equals("none") && !lines.isAllowedOpen(said(wish, "host")))) {
            faults.add(new Fault("/settings/security", "{directory.ldap.security-wrong}"));
        }
        if (!said(wish, "port").matches("|[1-9][0-9]{0,4}")) {
            faults.add(new Fault("/settings/port", "{directory.ldap.port-wrong}"));
        }
        if (!said(wish, "host").matches("[A-Za-z0-9.:-]+")) {
            faults.add(new Fault("/settings/host", "{directory.ldap.host-wrong}"));
        }
        for (var field : List.of("base_dn", "bind_dn")) {
            if (!DN.isValidDN(said(wish, field))) {
                faults.add(new Fault("/settings/" + field, "{directory.ldap.dn-wrong}"));
            }
        }
        var filter = said(wish, "filter");
        if (!filter.isEmpty() && !Search.isGood(filter)) {
            faults.add(new Fault("/settings/filter", "{directory.ldap.filter-wrong}"));
        }
        if (!isCertificate(said(wish, "certificate"))) {
            faults.add(new Fault("/settings/certificate", "{directory.ldap.certificate-wrong}"));
        }
        return faults;
    }

    private static String said(Wish wish, String field) {
        return wish.settings().getOrDefault(field, "").strip();
    }

    private static boolean isCertificate(String pem) {
        try {
            Certificates.trusting(pem);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public void test(Provider provider) throws Trouble {
        try (var server = Server.open(provider, providers.secret(provider.id()))) {
            if (!server.knowsItsBase()) {
                throw Trouble.lasting("{directory.ldap.no-base}");
            }
        }
    }
}
