/** Systems outside that know our people: single sign-on, LDAP, and the office platforms WeCom, DingTalk and Feishu. */
@ApplicationModule(
        allowedDependencies = {
            "database",
            "api",
            "ui",
            "secret",
            "identity",
            "organization",
            "notification",
            "notification::outside",
            "notification::wording"
        })
@NullMarked
package zhangfa.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
