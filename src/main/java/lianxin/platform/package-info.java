/**
 * What every module stands on and no module knows: the database, the clock and the working calendar, errors that are
 * sentences, the web shell, stored photos, rate limits and messages.
 */
@NullMarked
@ApplicationModule(
        displayName = "Platform",
        allowedDependencies = {})
package lianxin.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
