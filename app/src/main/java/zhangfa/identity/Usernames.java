package zhangfa.identity;

import java.util.regex.Pattern;

/** What a username may look like: it stands in addresses, in the API and in spreadsheets. */
public final class Usernames {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");

    private Usernames() {}

    public static boolean isUsable(String username) {
        return FORM.matcher(username).matches();
    }
}
