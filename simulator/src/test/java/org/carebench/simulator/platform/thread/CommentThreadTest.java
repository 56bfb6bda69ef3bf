package org.carebench.simulator.platform.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carebench.simulator.platform.ClosedPlatforms.NOW;
import static org.carebench.simulator.platform.ClosedPlatforms.WORLD;

import java.util.List;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.contract.dataset.Relation;
import org.carebench.simulator.platform.ClosedPlatforms;
import org.carebench.simulator.world.Interaction;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.Post;
import org.junit.jupiter.api.Test;

class CommentThreadTest {

    private static final Post POST = WORLD.posts(ClosedPlatforms.readable(Platform.LINKEDIN, Relation.OWNED), NOW)
            .get(0);

    private static Interaction written(String id, String parentId) {
        return new Interaction(
                POST.account(),
                id,
                InteractionKind.COMMENT,
                POST.id(),
                parentId,
                POST.id(),
                null,
                NOW,
                null,
                "text",
                "en",
                false,
                null,
                0);
    }

    @Test
    void answersToAnswersStandBelowTheCommentOnThePost() {
        Interaction comment = written("comment", POST.id());
        Interaction answer = written("answer", "comment");
        Interaction deeper = written("deeper", "answer");
        CommentThread thread = new CommentThread(POST, List.of(comment, answer, deeper));

        assertThat(thread.comments()).containsExactly(comment);
        assertThat(thread.replies(comment)).containsExactly(answer, deeper);
        assertThat(thread.parent(deeper)).contains(comment);
        assertThat(thread.parent(comment)).isEmpty();
        assertThat(thread.all()).containsExactly(comment, answer, deeper);
    }

    @Test
    void nothingIsShownBelowADeletedComment() {
        Interaction orphan = written("orphan", "deleted");
        Interaction below = written("below", "orphan");
        CommentThread thread = new CommentThread(POST, List.of(orphan, below));

        assertThat(thread.comments()).isEmpty();
        assertThat(thread.all()).isEmpty();
        assertThat(thread.find("orphan")).isEmpty();
        assertThat(thread.find("below")).isEmpty();
    }
}
