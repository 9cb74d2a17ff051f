package zhangfa.notification.mail;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import zhangfa.notification.Channel;
import zhangfa.notification.Urgency;
import zhangfa.notification.preference.Preferences;
import zhangfa.organization.Contact;
import zhangfa.organization.Organization;

/**
 * Sends messages by mail (RFC 5322). The Message-ID is made of the delivery's id, so a mail that is sent again after a crash is
 * the same mail to the receiver; mails about one case refer to one id, so mail programs show them as one thread.
 */
@Component
class MailChannel implements Channel {

    private final MailSettings settings;
    private final Preferences preferences;
    private final Organization organization;
    private final TemplateEngine templates;
    private final MessageSource words;
    private final String base;
    private final Clock clock;
    private final @Nullable JavaMailSender sender;

    MailChannel(
            MailSettings settings,
            Preferences preferences,
            Organization organization,
            TemplateEngine templates,
            MessageSource words,
            @Value("${zhangfa.url}") String base,
            Clock clock) {
        this.settings = settings;
        this.preferences = preferences;
        this.organization = organization;
        this.templates = templates;
        this.words = words;
        this.base = base.replaceFirst("/+$", "");
        this.clock = clock;
        this.sender = settings.isComplete() ? PostOffice.of(settings) : null;
    }

    @Override
    public String name() {
        return Preferences.EMAIL;
    }

    @Override
    public boolean isOpen() {
        return sender != null;
    }

    @Override
    public List<Target> targets(Notable message, Set<UUID> people) {
        return people.stream()
                .filter(person -> preferences.wants(person, message.kind(), name()))
                .flatMap(person -> target(message, person).stream())
                .toList();
    }

    private Optional<Target> target(Notable message, UUID person) {
        var habit = preferences.habit(person);
        var urgent = message.urgency() == Urgency.URGENT;
        if (habit.digest() && !urgent) {
            return Optional.empty();
        }
        var now = clock.instant();
        var due = urgent ? now : habit.after(now, clock.getZone());
        return organization
                .contact(person)
                .map(Contact::email)
                .map(address -> new Target(person, address, habit.language(), due));
    }

    @Override
    public void send(Outgoing outgoing) throws MessagingException {
        if (sender == null) {
            throw new IllegalStateException("Mail is not set up");
        }
        var message = sender.createMimeMessage();
        var mail = new MimeMessageHelper(message, true, "UTF-8");
        var letter = new Letter(outgoing.message(), outgoing.language(), base, words);
        var html = new StringOutput();
        templates.render("notification/mail/letter.jte", Map.of("letter", letter), html);
        mail.setFrom(from());
        mail.setTo(new InternetAddress(outgoing.address(), true));
        mail.setSubject(oneLine(outgoing.message().subject()));
        mail.setText(letter.plain(), html.toString());
        mail.setSentDate(Date.from(outgoing.message().at()));
        message.setHeader("Message-ID", id("message", outgoing.delivery()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", letter.language());
        var about = outgoing.message().caseId();
        if (about != null) {
            message.setHeader("In-Reply-To", id("case", about));
            message.setHeader("References", id("case", about));
        }
        if (outgoing.message().urgent()) {
            mail.setPriority(1);
        }
        sender.send(message);
    }

    private String id(String what, UUID id) throws MessagingException {
        var address = from().getAddress();
        return "<%s.%s@%s>".formatted(what, id, address.substring(address.lastIndexOf('@') + 1));
    }

    private InternetAddress from() throws MessagingException {
        var parsed = new InternetAddress(Objects.requireNonNull(settings.from()), true);
        try {
            parsed.setPersonal(parsed.getPersonal(), "UTF-8");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        return parsed;
    }

    /** Titles are people's words: nothing in them may begin another header. */
    private static String oneLine(String subject) {
        return subject.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
