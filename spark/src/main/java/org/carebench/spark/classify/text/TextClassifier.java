package org.carebench.spark.classify.text;

import java.io.Serializable;
import java.util.List;

/** Says what a text is about. Equal texts get equal answers, whoever asks and wherever. */
public interface TextClassifier extends Serializable {

    /** Version of the rule or model, written beside every answer. */
    String version();

    /** Topics of a post, sorted; never empty. */
    List<String> topics(String text);

    /** Whom a post addresses, sorted; never empty. */
    List<String> audiences(String text);

    /** Which audience the author of a text probably belongs to. */
    String author(String text);

    /** Whether its author may expect an answer. */
    boolean expectsAnswer(String text);
}
