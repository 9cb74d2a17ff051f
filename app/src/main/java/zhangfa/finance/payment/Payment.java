package zhangfa.finance.payment;

import java.time.Instant;
import java.util.UUID;

/** Who recorded the payment of a claim, and when. */
public record Payment(UUID paidBy, Instant paidAt) {}
