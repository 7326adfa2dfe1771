/**
 * The border of the town: systems of others, such as a hotline, send matters in and fetch what becomes of them. Each is a
 * partner with a token of its own; what it tells under a number is done once, however often it is told, and what it fetches
 * is read from the journal below the horizon, so that nothing is lost and nothing comes twice. Its deadline binds, and where
 * it asks the resident itself nobody here does. This module may call everybody and nobody knows it.
 */
@NullMarked
@ApplicationModule(
        displayName = "Exchange",
        allowedDependencies = {"platform", "facts", "organization", "territory", "cases"})
package lianxin.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
