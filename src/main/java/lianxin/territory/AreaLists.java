package lianxin.territory;

import java.util.List;
import lianxin.platform.AsOf;
import lianxin.platform.Shell;

/**
 * What another module has on an area, line by line, for the area's own page: what is given to those who live there, what takes
 * place. Below the community one person may stand behind a line, so nothing here compares areas.
 */
public interface AreaLists {

    /**
     * One list.
     *
     * @param title the key of a message
     * @param none the key of what is said where there is nothing
     */
    record Listed(String title, String none, List<Line> lines) {}

    /** @param about further words, in the language of the reader */
    record Line(String title, String about, String url) {}

    List<Listed> of(Area area, AsOf asOf, Shell shell);
}
