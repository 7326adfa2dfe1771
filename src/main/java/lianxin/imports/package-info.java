/**
 * Lists taken in: somebody gives a file, reads what it would do, lets it be done, and takes it back as long as nothing
 * stands on it. What a line means and which verbs write it is said by the module whose things they are
 * ({@code organization.Importable}); here a list is a batch under one number, written in portions that are committed one
 * by one, so that it may break off anywhere and go on. Its lines are kept until they are written or a week is over.
 */
@NullMarked
@ApplicationModule(
        displayName = "Imports",
        allowedDependencies = {"organization", "platform", "sheets"})
package lianxin.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
