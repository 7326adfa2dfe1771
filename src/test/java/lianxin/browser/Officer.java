package lianxin.browser;

import com.microsoft.playwright.options.FilePayload;

/** Somebody who works for the town, signed in at a desk or in the field. */
record Officer(Screen screen) {

    void signIn(String name) {
        screen.fill("#username", name);
        screen.fill("#password", Street.PASSWORD);
        screen.press("main form button");
    }

    void openFromInbox(String words) {
        screen.open("/cases");
        screen.press(".list a:has-text('" + words + "')");
    }

    void dispatch(String category) {
        screen.at("#dispatch-category").selectOption(category);
        step("dispatch");
    }

    void sign() {
        step("signature");
    }

    void tellProgress(String text, FilePayload before, FilePayload after) {
        screen.fill("#progress-text", text);
        screen.attach("#progress-before", before);
        screen.attach("#progress-after", after);
        step("progress");
    }

    void finish(String result, String forEverybody) {
        screen.fill("#result-text", result);
        screen.fill("#released", forEverybody);
        step("result");
    }

    private void step(String noun) {
        screen.press("form[action*='/" + noun + "'] button[type=submit]");
    }
}
