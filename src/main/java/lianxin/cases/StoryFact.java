package lianxin.cases;

import lianxin.organization.UnitId;

/** How a solved case is told to everybody. */
public sealed interface StoryFact extends CaseFact {

    /** The unit that led wrote how it was solved, for everybody to read once it is released. */
    record StoryWritten(CaseId id, UnitId responsible) implements StoryFact {}

    /** Somebody has seen that faces, plates and doors are masked on a picture of the work. */
    record StoryPictureMasked(CaseId id, UnitId responsible, String moment) implements StoryFact {}

    record StoryReleased(CaseId id, UnitId responsible) implements StoryFact {}

    record StoryTakenBack(CaseId id, UnitId responsible) implements StoryFact {}
}
