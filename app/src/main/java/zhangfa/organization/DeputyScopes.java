package zhangfa.organization;

import java.util.Map;

/** For what somebody may stand in, beside everything; whoever has processes says which there are. */
public interface DeputyScopes {

    /** Names in the reader's language by key, in the order to be shown. */
    Map<String, String> named();
}
