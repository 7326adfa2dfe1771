package lianxin.playbook;

import java.util.Locale;
import lianxin.platform.InBothLanguages;

/** What something is called on screen, in both languages of the town hall. */
public record Label(String zh, String en) implements InBothLanguages {

    @Override
    public String in(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? en : zh;
    }
}
