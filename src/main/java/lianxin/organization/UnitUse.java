package lianxin.organization;

import java.util.Optional;

/** Implemented by modules in which units answer for things without a fact for each of them. */
public interface UnitUse {

    /** The first of these units that is in use; a list that brought it in cannot be taken back. */
    Optional<UnitId> first(Integer[] units);
}
