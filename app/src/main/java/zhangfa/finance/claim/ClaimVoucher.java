package zhangfa.finance.claim;

import java.util.UUID;
import zhangfa.finance.voucher.Invoice;

/** A file that a claim rests on, and what could be read from it. */
public record ClaimVoucher(UUID file, String sha256, Invoice invoice) {}
