package lianxin.sheets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as somebody takes it away.
 *
 * @param rows texts, numbers and days; null for nothing
 */
public record Table(String title, List<String> columns, Iterable<? extends List<? extends @Nullable Object>> rows) {}
