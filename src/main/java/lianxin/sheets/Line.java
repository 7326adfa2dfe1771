package lianxin.sheets;

import java.util.List;

/**
 * One line of a sheet that was read.
 *
 * @param number as the spreadsheet counts
 * @param cells in the order of the columns asked for, each in its plain form; empty where the sheet has none
 * @param complaints what could not be read
 */
public record Line(int number, List<String> cells, List<Complaint> complaints) {

    public Line(int number, List<String> cells) {
        this(number, cells, List.of());
    }
}
