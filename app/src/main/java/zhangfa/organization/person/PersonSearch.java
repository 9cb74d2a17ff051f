package zhangfa.organization.person;

import org.springframework.web.util.UriComponentsBuilder;

/** What people are searched for. */
public record PersonSearch(String words) {

    public String path(String after) {
        return UriComponentsBuilder.fromPath("/organization/people")
                .queryParam("q", "{words}")
                .queryParam("after", "{after}")
                .encode()
                .buildAndExpand(words, after)
                .toUriString();
    }
}
