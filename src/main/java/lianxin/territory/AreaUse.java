package lianxin.territory;

import java.util.Optional;
import lianxin.sheets.Complaint;

/** Implemented by modules whose things stand on areas: a list that brought in such an area cannot be taken back. */
public interface AreaUse {

    /** What stands on some of these areas, in words; empty when nothing does. */
    Optional<Complaint> on(Integer[] areas);
}
