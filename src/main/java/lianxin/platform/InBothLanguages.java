package lianxin.platform;

import java.util.Locale;

/** What is called something in each language of the town hall; a sentence says it in its own. */
public interface InBothLanguages {

    String in(Locale locale);
}
