package lianxin.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Map;

/** The browser of the machine, opened once for all walks. */
final class Chromium implements AutoCloseable {

    private static final List<String> QUIETLY = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(NeedsChromium.Installed.path().orElseThrow())
                    .setHeadless(true)
                    .setArgs(QUIETLY));

    BrowserContext window(Walk walk, boolean scripts) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(walk.width(), walk.height())
                .setDeviceScaleFactor(walk.phone() ? 2 : 1)
                .setHasTouch(walk.phone())
                .setLocale(walk.english() ? "en-US" : "zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setJavaScriptEnabled(scripts));
        context.setDefaultTimeout(30_000);
        return context;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
