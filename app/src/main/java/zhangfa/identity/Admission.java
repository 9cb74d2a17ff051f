package zhangfa.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import zhangfa.api.Refusal;

/** The door for whoever proved elsewhere who they are: the session, the throttle and the journal are the log-in form's. */
public interface Admission {

    /**
     * To be asked before anything is looked at.
     *
     * @throws Refusal {@code TOO_MANY} while too many tries from this address went wrong
     */
    void refuseTooMany(HttpServletRequest request);

    /**
     * Begins a session of this account, new even where there was one, so that nobody who knew the former is in it.
     *
     * @throws Refusal {@code NOT_ALLOWED} where the account is not active
     */
    void admit(Account account, HttpServletRequest request, HttpServletResponse response);

    /** Counts and notes a try that proved nothing. */
    void refuse(HttpServletRequest request);
}
