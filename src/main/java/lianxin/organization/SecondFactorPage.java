package lianxin.organization;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import lianxin.platform.AnyStaff;
import lianxin.platform.Flash;
import lianxin.platform.QrCode;
import lianxin.platform.RateLimits;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import lianxin.playbook.Label;
import lianxin.playbook.Playbook;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Setting up the second factor of one's own account; what it shows is kept by no browser. */
@Controller
@AnyStaff(always = true)
class SecondFactorPage {

    private static final String URL = Gate.ACCOUNT + "/second-factor";

    private final SecondFactors factors;
    private final Accounts accounts;
    private final AccountPage account;
    private final Actors actors;
    private final RateLimits limits;
    private final Label town;

    SecondFactorPage(
            SecondFactors factors,
            Accounts accounts,
            AccountPage account,
            Actors actors,
            RateLimits limits,
            Playbook playbook) {
        this.factors = factors;
        this.accounts = accounts;
        this.account = account;
        this.actors = actors;
        this.limits = limits;
        this.town = playbook.bind("place.yaml", Titled.class).title;
    }

    /** Shown as long as it is not confirmed. */
    record SetUp(QrCode qr, String secret) {}

    /** Shown once. */
    record Codes(List<String> codes) {}

    record Titled(Label title) {}

    @GetMapping(URL)
    ModelAndView setUp(Principal who, Shell shell, HttpServletResponse response) {
        return factors.on(who.getName())
                ? new ModelAndView("redirect:" + Gate.ACCOUNT)
                : page(who, shell, response, Refusal.NONE);
    }

    /** The address of a step opened by itself, by a refresh or another language on a page that came back. */
    @GetMapping(URL + "/{step:codes|end}")
    String open() {
        return "redirect:" + Gate.ACCOUNT;
    }

    /** A wrong code comes back beside the QR code, a wrong password on the page of the account. */
    @ExceptionHandler
    ModelAndView refused(
            RuleBroken broken, Principal who, HttpServletRequest request, HttpServletResponse response, Shell shell) {
        if (!request.getRequestURI().equals(URL) || factors.on(who.getName()))
            return account.refused(broken, who, request, shell);
        var page = page(who, shell, response, Refusal.of(broken, request, shell));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(Principal who, Shell shell, HttpServletResponse response, Refusal refused) {
        var secret = factors.begun(who.getName());
        var address = Totp.address(secret, town.in(shell.locale()), who.getName());
        keepNowhere(response);
        var view = new SetUp(QrCode.of(address), Totp.text(secret));
        return new ModelAndView("organization/second-factor", Map.of("it", view, "refused", refused));
    }

    @PostMapping(URL)
    ModelAndView confirm(@RequestParam String code, Principal who, HttpServletResponse response) {
        limits.must("own-code", who.getName(), AccountPage.TRIES_A_MINUTE);
        var codes = factors.confirm(who.getName(), code);
        keepNowhere(response);
        return new ModelAndView("organization/recovery-codes", "it", new Codes(codes));
    }

    @PostMapping(URL + "/codes")
    ModelAndView codes(@RequestParam String password, Principal who, HttpServletResponse response) {
        limits.must("own-password", who.getName(), AccountPage.TRIES_A_MINUTE);
        accounts.mustKnow(who.getName(), password);
        keepNowhere(response);
        return new ModelAndView(
                "organization/recovery-codes", "it", new Codes(factors.newRecoveryCodes(who.getName())));
    }

    /** Not while a post demands one. */
    @PostMapping(URL + "/end")
    String end(@RequestParam String password, Principal who, RedirectAttributes redirect) {
        limits.must("own-password", who.getName(), AccountPage.TRIES_A_MINUTE);
        accounts.mustKnow(who.getName(), password);
        if (actors.secondFactorDemanded(actors.account(who.getName()).person()))
            throw new RuleBroken("account.factor.demanded");
        factors.forget(who.getName());
        redirect.addFlashAttribute("flash", Flash.of("account.done.factor-off"));
        return "redirect:" + Gate.ACCOUNT;
    }

    private static void keepNowhere(HttpServletResponse response) {
        response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
    }
}
