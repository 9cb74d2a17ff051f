package zhangfa.bench;

/** A way to bring one case from its start over two approvals to its end. */
interface Contender {

    String name();

    /** One whole case by one worker; workers are numbered from 0. */
    void oneCase(int worker) throws Exception;
}
