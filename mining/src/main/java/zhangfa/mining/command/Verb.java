package zhangfa.mining.command;

import java.io.IOException;
import tools.jackson.core.JsonGenerator;
import zhangfa.mining.read.LogRefused;

/** Something that {@code bin/zhangfa mining} can do. */
interface Verb {

    String name();

    /** What follows the name, for people. */
    String usage();

    /**
     * Does it and writes one JSON value. Nothing reaches standard output if this throws.
     *
     * @throws Misuse when the arguments make no sense
     * @throws Refusal when the answer is no
     */
    void run(Arguments arguments, JsonGenerator answer) throws IOException, LogRefused, Misuse, Refusal;
}
