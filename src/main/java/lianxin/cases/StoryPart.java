package lianxin.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is told in public of a solved case.
 *
 * @param story null while nothing is written
 * @param pictures of the work, which may go with it once somebody has seen that they are masked
 * @param own whether the reader wrote it, so that somebody else releases it
 * @param notBefore from when on it may be released; null where that time has come
 */
record StoryPart(
        @Nullable Story story,
        List<CaseDetails.Picture> pictures,
        boolean writes,
        boolean releases,
        boolean own,
        @Nullable Instant notBefore)
        implements CasePart {

    boolean released() {
        return story != null && story.releasedAt() != null;
    }

    boolean masked(CaseDetails.Picture picture) {
        return story != null && story.shows(picture.photo());
    }

    @Override
    public boolean offers(String step) {
        return switch (step) {
            case "story" -> writes && !released();
            case "story-release" -> releases && story != null && !released() && !own && notBefore == null;
            case "story-back" -> releases && released();
            default -> false;
        };
    }

    @Override
    public boolean active() {
        return List.of("story", "story-release", "story-back").stream().anyMatch(this::offers);
    }

    @Component
    static class Source implements CasePart.Source {

        private final Stories stories;
        private final StoryRows rows;
        private final CaseSteps steps;
        private final Clock clock;

        Source(Stories stories, StoryRows rows, CaseSteps steps, Clock clock) {
            this.stories = stories;
            this.rows = rows;
            this.steps = steps;
            this.clock = clock;
        }

        @Override
        public Optional<StoryPart> of(Case it, Actor reader, Shell shell) {
            if (!stories.tellable(it)) return Optional.empty();
            var story = rows.of(it.id).orElse(null);
            var writes = steps.may(reader, May.HANDLE, it.holder, it);
            if (story == null && !writes) return Optional.empty();
            return Optional.of(new StoryPart(
                    story,
                    writes ? rows.ofTheWork(it.id) : List.of(),
                    writes,
                    stories.releases(it, reader),
                    story != null && story.by().equals(reader.ref().toString()),
                    notBefore(it)));
        }

        private @Nullable Instant notBefore(Case it) {
            var from = it.closedAt == null ? null : it.closedAt.plus(Story.LATER);
            return from != null && clock.instant().isBefore(from) ? from : null;
        }
    }
}
