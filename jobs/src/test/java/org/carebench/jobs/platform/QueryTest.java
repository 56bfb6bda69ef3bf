package org.carebench.jobs.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class QueryTest {

    private static final URI BASE = URI.create("http://127.0.0.1:8080/x/");

    @Test
    void encodesValuesButNotWhatIsEncodedAlready() {
        URI uri = Query.NONE
                .with("q", "a b&c=d+e:f")
                .with("count", 7)
                .withEncoded("list", "List(urn%3Ali%3Ashare%3A1)")
                .on(BASE, "/2/posts");

        assertThat(uri)
                .isEqualTo(URI.create("http://127.0.0.1:8080/x/2/posts"
                        + "?q=a%20b%26c%3Dd%2Be%3Af&count=7&list=List(urn%3Ali%3Ashare%3A1)"));
    }

    @Test
    void leavesOutAParameterWithoutAValue() {
        assertThat(Query.NONE.with("cursor", null).on(BASE, "/2/posts"))
                .isEqualTo(URI.create("http://127.0.0.1:8080/x/2/posts"));
    }
}
