/**
 * What a town calls things and how it sets them: a playbook is a folder of YAML files that names and parameterizes the
 * mechanisms the code knows. It holds the levels of the ground, kinds of units and posts, categories, the duty list,
 * deadlines, the words of the flow and the scheme. No place's name stands in code.
 *
 * <p>Every file is checked against its JSON schema in {@code playbooks/schema}, against the other files and against the
 * rules of the house; whatever is wrong is told with file and line, all of it at once, before the town hall opens. Each
 * module binds its own part to records of its own; only what all of them share lies here.
 */
@NullMarked
@ApplicationModule(displayName = "Playbook", allowedDependencies = "platform")
package lianxin.playbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
