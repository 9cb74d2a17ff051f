package zhangfa.finance.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import zhangfa.api.Words;
import zhangfa.file.Files;
import zhangfa.file.StoredFile;
import zhangfa.finance.claim.ExpenseClaim;
import zhangfa.finance.claim.ExpenseClaims;
import zhangfa.finance.payment.Payments;
import zhangfa.money.Capitals;
import zhangfa.money.Money;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.organization.Unit;
import zhangfa.process.CaseFile;
import zhangfa.process.TaskItem;

/** Puts claim, vouchers and opinions together for the printer. */
@Component
class ClaimSheets {

    private final ExpenseClaims claims;
    private final Payments payments;
    private final Files files;
    private final Organization organization;
    private final Words words;

    ClaimSheets(ExpenseClaims claims, Payments payments, Files files, Organization organization, Words words) {
        this.claims = claims;
        this.payments = payments;
        this.files = files;
        this.organization = organization;
        this.words = words;
    }

    Optional<ClaimSheet> of(CaseFile file) {
        return claims.find(file.id()).map(claim -> sheet(file, claim));
    }

    private ClaimSheet sheet(CaseFile file, ExpenseClaim claim) {
        return new ClaimSheet(
                claim.legalEntity(),
                file.number(),
                claim.title(),
                name(claim.initiator()),
                organization.unit(claim.unit()).map(Unit::name).orElse("—"),
                claim.filedAt(),
                lines(claim),
                claim.total(),
                Capitals.of(claim.total()),
                vouchers(claim),
                opinions(file),
                payments.of(file.id())
                        .map(payment -> new ClaimSheet.Payment(name(payment.paidBy()), payment.paidAt()))
                        .orElse(null));
    }

    private static List<ClaimSheet.Line> lines(ExpenseClaim claim) {
        return IntStream.range(0, claim.lines().size())
                .mapToObj(place -> {
                    var line = claim.lines().get(place);
                    return new ClaimSheet.Line(
                            place + 1,
                            line.spentOn(),
                            line.category(),
                            line.description(),
                            line.invoiceNumber(),
                            Money.cny(line.amount()));
                })
                .toList();
    }

    private List<ClaimSheet.Voucher> vouchers(ExpenseClaim claim) {
        var ids = claim.vouchers().stream().map(voucher -> voucher.file()).toList();
        var names = files.find(ids).stream().collect(Collectors.toMap(StoredFile::id, Function.identity()));
        var vouchers = new ArrayList<ClaimSheet.Voucher>();
        for (var voucher : claim.vouchers()) {
            var file = names.get(voucher.file());
            vouchers.add(new ClaimSheet.Voucher(
                    vouchers.size() + 1,
                    file == null ? "—" : file.name(),
                    voucher.invoice().number(),
                    voucher.sha256().substring(0, 12)));
        }
        return vouchers;
    }

    private List<ClaimSheet.Opinion> opinions(CaseFile file) {
        var opinions = new ArrayList<ClaimSheet.Opinion>();
        for (var task : file.tasks()) {
            var closed = task.closed();
            if (closed != null && closed.by() != null) {
                opinions.add(new ClaimSheet.Opinion(
                        step(task),
                        name(closed.by()),
                        closed.how().toLowerCase(Locale.ROOT),
                        closed.comment(),
                        closed.at()));
            }
        }
        return opinions;
    }

    private String step(TaskItem task) {
        return task.name() == null ? words.say("{process.step.initiator}") : task.name();
    }

    private String name(UUID person) {
        return organization.person(person).map(Person::name).orElse("—");
    }
}
