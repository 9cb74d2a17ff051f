package zhangfa.register;

import java.util.Map;
import java.util.UUID;

/** The door for steps of processes that enter a record into a register. */
public interface Records {

    /**
     * Enters a record, in the caller's transaction.
     *
     * @param fields as people type them, by keys of fields: people by username, linked records by number, dates as 2026-11-30
     * @param state key or word of its state; empty for the first one
     * @return the record's number
     * @throws zhangfa.api.Refusal where the register is not there, or the fields do not fit it; pointers name fields of the register
     */
    String enter(String register, Map<String, String> fields, String state, UUID who);
}
