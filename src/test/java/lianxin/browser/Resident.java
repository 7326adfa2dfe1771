package lianxin.browser;

import com.microsoft.playwright.options.FilePayload;

/** Mrs. Wang at her door, with whatever browser she has. */
record Resident(Screen screen) {

    void report(String words, String detail) {
        screen.press("a[href$='/report']");
        screen.look("report");
        screen.fill("#words", words);
        screen.fill("#detail", detail);
        screen.press("form.card button");
    }

    void add(FilePayload photo, String telephone) {
        screen.attach("#photo", photo);
        screen.fill("#telephone", telephone);
        screen.press("#send");
    }

    String privateLink() {
        return screen.at("p.link").textContent().strip();
    }

    void saysNotSolved(String sentence) {
        screen.at("input[name=solved][value=no]").check();
        screen.fill("#sentence", sentence);
        screen.press("#send");
    }

    void saysSolvedAndWasPressed(String result, String service) {
        screen.at("input[name=solved][value=yes]").check();
        screen.at("input[name=result][value=" + result + "]").check();
        screen.at("input[name=service][value=" + service + "]").check();
        screen.at("input[name=pressed]").check();
        screen.press("#send");
    }
}
