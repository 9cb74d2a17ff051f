package zhangfa.finance.claim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.api.Refusal.Fault;
import zhangfa.file.Files;
import zhangfa.file.StoredFile;
import zhangfa.finance.voucher.Invoice;
import zhangfa.finance.voucher.Vouchers;

/** Checks that the files named on a claim can prove it, and reads them. */
@Component
class ClaimVouchers {

    private final Files files;
    private final Vouchers vouchers;

    ClaimVouchers(Files files, Vouchers vouchers) {
        this.files = files;
        this.vouchers = vouchers;
    }

    /** In the order of the claim. @throws Refusal naming each voucher that will not do */
    List<ClaimVoucher> of(List<UUID> ids, UUID initiator) {
        var found = files.find(ids).stream().collect(Collectors.toMap(StoredFile::id, Function.identity()));
        var faults = new ArrayList<Fault>();
        var contents = new HashSet<String>();
        for (int place = 0; place < ids.size(); place++) {
            var fault = fault(found.get(ids.get(place)), initiator, contents);
            if (fault != null) {
                faults.add(new Fault("/form/vouchers/" + place, fault));
            }
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        var invoices = vouchers.invoices(found.values());
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(found.get(id)))
                .map(file -> new ClaimVoucher(
                        file.id(), file.sha256(), invoices.getOrDefault(file.sha256(), Invoice.UNKNOWN)))
                .toList();
    }

    /** A file of somebody else is as unknown as one that does not exist. */
    private static @Nullable String fault(@Nullable StoredFile file, UUID initiator, Set<String> contents) {
        if (file == null || !file.owner().equals(initiator)) {
            return "{finance.voucher.unknown}";
        }
        if (!Vouchers.accepts(file.mediaType())) {
            return "{finance.voucher.type}";
        }
        return contents.add(file.sha256()) ? null : "{finance.voucher.twice}";
    }
}
