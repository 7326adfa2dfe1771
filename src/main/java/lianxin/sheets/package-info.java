/**
 * Tables on paper's successor: the sheets that offices send each other. Read as they really come, in Excel or comma-separated,
 * in UTF-8 or GB18030, with a title above the head, merged cells, full-width digits and codes stored as numbers; and
 * written so that nothing in them is ever a formula, with a second sheet that says what was asked, as of when, and by whom.
 * What the rows mean is the affair of the modules above.
 */
@NullMarked
@ApplicationModule(
        displayName = "Sheets",
        allowedDependencies = {"platform"})
package lianxin.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
