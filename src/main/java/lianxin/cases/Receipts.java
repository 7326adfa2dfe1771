package lianxin.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import lianxin.platform.NotFound;
import lianxin.platform.PrivateLinks;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What a reporter holds in the hand instead of an account: a private link. */
@Component
class Receipts {

    private static final int VERSION = 1;

    private final PrivateLinks links;

    private final String publicUrl;

    Receipts(PrivateLinks links, @Value("${lianxin.public-url:}") String publicUrl) {
        this.links = links;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** The page with link, code and step two. */
    String address(String door, CaseId id) {
        return "/r/" + door + "/receipt/" + id + "/" + token(id);
    }

    /** The page on which the reporter follows the case and answers. */
    String tracking(CaseId id) {
        return "/r/t/" + id + "/" + token(id);
    }

    /** With the name of the town's server: the one that is set, otherwise the one by which it was called. */
    String whole(String address, HttpServletRequest request) {
        if (!publicUrl.isEmpty()) return publicUrl + address;
        return ServletUriComponentsBuilder.fromContextPath(request).build().toUriString() + address;
    }

    /** The case this link opens; a guess learns nothing, not even whether there is such a case. */
    CaseId opened(UUID id, String token) {
        if (!links.opens(token, CaseId.KIND, id.toString(), VERSION)) throw new NotFound("private link");
        return new CaseId(id);
    }

    private String token(CaseId id) {
        return links.token(CaseId.KIND, id.toString(), VERSION);
    }
}
