package lianxin.directives;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import lianxin.organization.UnitId;
import org.jspecify.annotations.Nullable;

/** Implemented by the module in which units work on something together: what of it a unit has in hand. */
public interface JointProjects {

    List<Project> openOf(UnitId unit, Instant at);

    record Project(
            String title, String with, String url, @Nullable LocalDate due) {}
}
