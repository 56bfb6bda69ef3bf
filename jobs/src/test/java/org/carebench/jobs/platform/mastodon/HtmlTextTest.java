package org.carebench.jobs.platform.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTextTest {

    @Test
    void keepsParagraphsAndLines() {
        assertThat(HtmlText.of("<p>one<br>two<br/>three</p><p>four</p>")).isEqualTo("one\ntwo\nthree\n\nfour");
    }

    @Test
    void readsEntitiesAndLeavesOutTags() {
        assertThat(HtmlText.of("<p>Kinder &lt; 3 &amp; <b>M\u00fctter</b><script>alert(1)</script></p>"))
                .isEqualTo("Kinder < 3 & M\u00fctter");
    }

    @Test
    void putsShortenedLinksTogether() {
        assertThat(HtmlText.of("<a href=\"https://x.example/a/b\"><span class=\"invisible\">https://</span>"
                        + "<span class=\"ellipsis\">x.example/a</span><span class=\"invisible\">/b</span></a>"))
                .isEqualTo("https://x.example/a/b");
    }

    @Test
    void keepsPlainTextAsItIs() {
        assertThat(HtmlText.of("Sprechzeiten 9 - 12 Uhr")).isEqualTo("Sprechzeiten 9 - 12 Uhr");
        assertThat(HtmlText.of("")).isEmpty();
    }

    @Test
    void readsLists() {
        assertThat(HtmlText.of("<ul><li>one</li><li>two</li></ul>")).isEqualTo("one\n\ntwo");
    }
}
