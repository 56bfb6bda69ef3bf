package org.carebench.jobs.platform.mastodon;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** The text of HTML, its paragraphs and lines kept. */
final class HtmlText {

    private HtmlText() {}

    static String of(String html) {
        Element body = Jsoup.parseBodyFragment(html).body();
        body.select("br").forEach(line -> line.replaceWith(new TextNode("\n")));
        body.select("p, div, li, blockquote, pre, h1, h2, h3, h4, h5, h6").forEach(block -> block.appendText("\n\n"));
        return body.wholeText()
                .replaceAll("[ \\t]+\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }
}
