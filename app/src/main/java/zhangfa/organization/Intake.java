package zhangfa.organization;

import java.util.UUID;

/** Changes the organisation for a module above that learned elsewhere who works where; each change is noted as any other. */
public interface Intake {

    /** A unit under that parent, of the same company in law as the whole. */
    UUID found(String name, UUID parent, UUID who);

    void rename(UUID unit, String name, UUID who);

    void move(UUID unit, UUID parent, UUID who);

    /** Somebody new, with an account that is invited and has the role {@code staff} alone. */
    UUID join(Newcomer newcomer, UUID who);

    /** The name and what is known of the ways to reach them; a way that is null stays as it is. */
    void describe(UUID person, String name, Contact contact, UUID who);

    /** From today on in that unit, in the position and level of before. */
    void assign(UUID person, UUID unit, UUID who);

    /** Somebody who starts here. */
    record Newcomer(String username, String name, UUID unit, Contact contact) {}
}
