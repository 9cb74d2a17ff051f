package zhangfa.notification.mail;

import java.util.Properties;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Opens the way to the SMTP server. */
final class PostOffice {

    private static final String PATIENCE = "10000";

    private PostOffice() {}

    static JavaMailSender of(MailSettings settings) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        sender.setUsername(settings.username());
        sender.setPassword(settings.password());
        sender.setDefaultEncoding("UTF-8");
        var properties = new Properties();
        properties.put("mail.smtp.auth", Boolean.toString(settings.username() != null));
        properties.put("mail.smtp.connectiontimeout", PATIENCE);
        properties.put("mail.smtp.timeout", PATIENCE);
        properties.put("mail.smtp.writetimeout", PATIENCE);
        switch (settings.security()) {
            case "starttls" -> properties.put("mail.smtp.starttls.required", "true");
            case "tls" -> properties.put("mail.smtp.ssl.enable", "true");
            case "none" -> {}
            default ->
                throw new IllegalArgumentException(
                        "zhangfa.mail.security is starttls, tls or none, not " + settings.security());
        }
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        sender.setJavaMailProperties(properties);
        return sender;
    }
}
