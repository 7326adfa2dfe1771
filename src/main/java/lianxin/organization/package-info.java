/**
 * Who is in charge. A unit is a body that can be held responsible: a government, an office, a department, a Party
 * body. Its name, its kind and what it stands under hold from one day to another, so the tree can be read as of any
 * date, and as it was known on any date. Each unit has exactly one home parent; the Party tree is a second tree over
 * the same units. People sit on posts, posts give permissions over their unit or everything below it, and every verb of
 * the system asks the one question {@code actor.must(permission, unit)}. Only units of kinds that the playbook says so
 * hold cases; Party bodies never do. Ground is not known here: an area is a code that territory explains.
 */
@NullMarked
@ApplicationModule(
        displayName = "Organization",
        allowedDependencies = {"facts", "platform", "playbook", "sheets"})
package lianxin.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
