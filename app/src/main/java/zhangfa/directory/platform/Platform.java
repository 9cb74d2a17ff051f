package zhangfa.directory.platform;

import zhangfa.directory.provider.Kind;
import zhangfa.directory.provider.Provider;
import zhangfa.directory.provider.Trouble;

/** An office platform whose contacts we read and through which we reach people; a bean for each. */
public interface Platform {

    Kind kind();

    /** Everybody and every department that the app may see. */
    Contacts contacts(Provider provider) throws Trouble;

    /** Sends a card to one person; a platform that can tell a repeat does so by the card's id. */
    void send(Provider provider, String subject, Card card) throws Trouble;
}
