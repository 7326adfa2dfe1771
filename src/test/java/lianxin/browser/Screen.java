package lianxin.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ScreenshotType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one person has before the eyes. Whatever is wrong with a page, whoever it is shown to, is noticed here. */
final class Screen implements AutoCloseable {

    private static final String AXE = AxeBuilder.getAxeScript();

    private static final String BARRIERS = """
            async () => {
              const found = await axe.run(document, {
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
                resultTypes: ['violations'],
              });
              return found.violations.map(it => [it.id + ', ' + it.help + ':']
                .concat(it.nodes.map(node => node.html + ' ' + node.failureSummary)).join('\\n  '));
            }""";

    /** Everything a thumb must hit, except links within a sentence; a label counts with its field. */
    private static final String SMALL_TARGETS = """
            () => [...document.querySelectorAll('main :is(button, .btn, .chip, select, textarea, summary, input)')]
              .filter(it => it.checkVisibility() && it.type != 'hidden')
              .filter(it => Math.max(it.offsetHeight, it.closest('label')?.offsetHeight ?? 0) < 44)
              .map(it => 'too small for a thumb: ' + it.outerHTML.slice(0, 100))""";

    private static final String SIDEWAYS = """
            () => [document.documentElement].filter(it => it.scrollWidth > it.clientWidth)
              .map(it => 'one has to scroll sideways, to ' + it.scrollWidth)""";

    private static final String ALL_PICTURES_HERE = """
            () => [...document.images].every(it => { it.loading = 'eager'; return it.complete; })""";

    private final Walk walk;
    private final String town;
    private final BrowserContext window;
    private final Page page;
    private final @Nullable BrowserContext inspector;
    private final Album album;
    private final List<String> complaints = new ArrayList<>();

    /** @param inspector opens the same pages with scripts, for a person who has none */
    Screen(Walk walk, String town, BrowserContext window, @Nullable BrowserContext inspector, Album album) {
        this.walk = walk;
        this.town = town;
        this.window = window;
        this.page = window.newPage();
        this.inspector = inspector;
        this.album = album;
        page.onConsoleMessage(it -> {
            if (it.type().equals("error")) complaints.add("console: " + it.text());
        });
        page.onPageError(it -> complaints.add("script: " + it));
        page.onResponse(it -> {
            if (it.status() >= 400) complaints.add(it.status() + " " + it.url());
        });
    }

    Screen open(String path) {
        page.navigate(path.startsWith("http") ? path : town + path);
        return this;
    }

    Screen show(String page) {
        this.page.setContent(page);
        return this;
    }

    Locator at(String selector) {
        return page.locator(selector);
    }

    void fill(String selector, String text) {
        at(selector).fill(text);
    }

    void attach(String selector, FilePayload photo) {
        at(selector).setInputFiles(photo);
    }

    /** Presses what leads to the next page and waits for that page; many steps lead back to the same address. */
    @SuppressWarnings("deprecation")
    void press(String selector) {
        page.waitForNavigation(() -> at(selector).first().click());
    }

    String text() {
        return at("main").innerText();
    }

    String address() {
        return page.url();
    }

    /** Keeps a picture of the page as it is now, and notes whatever is wrong with it. */
    Screen look(String name) {
        page.waitForLoadState();
        if (inspector == null) page.waitForFunction(ALL_PICTURES_HERE);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(album.next(name))
                .setType(ScreenshotType.JPEG)
                .setQuality(85)
                .setFullPage(true));
        album.note(name, complaints);
        complaints.clear();
        if (inspector == null) inspect(page, name);
        else inspectElsewhere(inspector, name);
        return this;
    }

    private void inspectElsewhere(BrowserContext inspector, String name) {
        inspector.addCookies(window.cookies().stream()
                .map(it -> new Cookie(it.name, it.value).setUrl(town))
                .toList());
        var same = inspector.pages().isEmpty()
                ? inspector.newPage()
                : inspector.pages().getFirst();
        same.navigate(page.url());
        inspect(same, name);
    }

    private void inspect(Page page, String name) {
        page.evaluate(AXE);
        album.note(name, sentences(page, BARRIERS));
        album.note(name, sentences(page, SIDEWAYS));
        if (walk.phone()) album.note(name, sentences(page, SMALL_TARGETS));
    }

    private static List<String> sentences(Page page, String question) {
        return ((List<?>) page.evaluate(question)).stream().map(String::valueOf).toList();
    }

    @Override
    public void close() {
        window.close();
        if (inspector != null) inspector.close();
    }
}
