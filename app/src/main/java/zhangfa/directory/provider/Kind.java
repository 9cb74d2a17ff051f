package zhangfa.directory.provider;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of outside systems, with what each needs to be told. */
public enum Kind {
    OIDC("shield-lock"),
    LDAP("users"),
    WECOM("qrcode"),
    DINGTALK("qrcode"),
    FEISHU("qrcode");

    private final String icon;

    Kind(String icon) {
        this.icon = icon;
    }

    /** Its name in rows, the API and message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String icon() {
        return icon;
    }

    public List<Field> fields() {
        return switch (this) {
            case OIDC ->
                List.of(
                        Field.address("issuer"),
                        Field.required("client_id"),
                        Field.usual("scopes", "openid profile email"),
                        Field.usual("account_claim", "preferred_username"));
            case LDAP ->
                List.of(
                        Field.address("host"),
                        Field.usual("security", "ldaps"),
                        Field.optional("port"),
                        Field.optional("bind_dn"),
                        Field.required("base_dn"),
                        Field.usual("filter", "(uid={username})"),
                        Field.usual("id_attribute", "entryUUID"),
                        Field.usual("account_attribute", "uid"),
                        Field.usual("name_attribute", "cn"),
                        Field.text("certificate"));
            case WECOM ->
                List.of(
                        Field.required("corp_id"),
                        Field.required("agent_id"),
                        Field.fixed("address", "https://qyapi.weixin.qq.com"));
            case DINGTALK ->
                List.of(
                        Field.required("client_id"),
                        Field.required("agent_id"),
                        Field.fixed("address", "https://api.dingtalk.com"),
                        Field.fixed("old_address", "https://oapi.dingtalk.com"));
            case FEISHU ->
                List.of(
                        Field.required("app_id"),
                        Field.fixed("address", "https://open.feishu.cn"),
                        Field.fixed("login_address", "https://accounts.feishu.cn"));
        };
    }

    /** Whether people leave for its page to log in there; with the others they type their password here. */
    public boolean hasPage() {
        return this != LDAP;
    }

    /** Whether it is an office platform, which also has contacts and takes messages for people. */
    public boolean isPlatform() {
        return this == WECOM || this == DINGTALK || this == FEISHU;
    }

    public static Optional<Kind> named(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
