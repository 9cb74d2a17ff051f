package zhangfa.job;

import java.time.LocalTime;

/**
 * Something that the installation does once a day, in the company's zone, on one of its nodes; a bean for each. A day that
 * was missed is made up for once, as soon as a node runs. Where it fails it is tried again the next day.
 *
 * @param kind its name in rows and logs, never renamed
 */
public record Daily(String kind, LocalTime at, Runnable work) {}
