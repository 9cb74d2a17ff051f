package zhangfa.mining.command;

import zhangfa.mining.log.Progress;

/** Who waits for a verb, is told how far it is, and may end it. */
@FunctionalInterface
interface Follower {

    /** Nobody waits. */
    Follower NOBODY = doing -> Progress.NONE;

    /** Follows one piece of the work, named for people: {@code reading}, {@code aligning}. */
    Progress during(String doing);
}
