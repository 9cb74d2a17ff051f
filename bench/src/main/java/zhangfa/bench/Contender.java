package zhangfa.bench;

/** A way to bring cases from their start over two approvals to their end. */
interface Contender {

    String name();

    /** A few whole cases by one worker. @return how many */
    int cases() throws Exception;
}
