package zhangfa.register;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The door for sections of the rulebook, which bring the registers that their work is kept in. */
public interface Registry {

    /**
     * Makes the register, or brings the one that is there in line: fields and states are added and renamed. What the plan
     * does not name stays, and so does every record. Belongs to the caller's transaction; a plan that changes nothing writes
     * nothing.
     *
     * @param by who wants it; null for the product itself
     * @throws zhangfa.api.Refusal where a field would have to change its kind, a link leads to no register, or a value that is
     *     to be unique is doubled; the pointer names the field as {@code /fields/key}
     */
    void lay(RegisterPlan plan, @Nullable UUID by);
}
