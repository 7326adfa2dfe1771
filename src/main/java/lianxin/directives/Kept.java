package lianxin.directives;

import java.time.LocalDate;
import java.util.List;
import lianxin.facts.Ref;
import lianxin.organization.UnitId;

/** That something a post answers for was done in one stretch of the calendar: what, where and when, and never by whom. */
record Kept(Instance instance, LocalDate day, String said, List<Ref> pointers) {

    /**
     * One thing to do, in one unit, in one stretch.
     *
     * @param period its first day
     */
    record Instance(String responsibility, UnitId unit, String role, LocalDate period) {}
}
