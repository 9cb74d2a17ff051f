package zhangfa.job;

/** Does the jobs of one kind; a bean for each kind. */
public interface JobHandler {

    /** The kind, which stands in rows that outlive a release: it is never renamed. */
    String kind();

    /**
     * Does one job, outside any transaction. It may be done again after a crash or a failure, so what it does must bear
     * that; the job's id tells a repeat. Never runs twice at the same time, unless its node was out of reach for longer
     * than four times {@code zhangfa.job.pulse} and lives on.
     *
     * @throws Exception then it is tried again as {@link #retries} says, and afterwards becomes a dead letter
     */
    void run(Job job) throws Exception;

    /**
     * Told that a job has failed for good. Who has a better place for it than the dead letters, such as the case that it is about,
     * keeps it there and answers true; after a crash it may be told again.
     */
    default boolean keeps(Job job, String trouble) {
        return false;
    }

    default Retries retries() {
        return Retries.USUAL;
    }
}
