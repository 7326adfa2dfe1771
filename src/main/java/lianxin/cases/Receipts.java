package lianxin.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import lianxin.platform.NotFound;
import lianxin.platform.PrivateLinks;
import lianxin.platform.PublicAddress;
import org.springframework.stereotype.Component;

/** What a reporter holds in the hand instead of an account: a private link. */
@Component
class Receipts {

    private static final int VERSION = 1;

    private final PrivateLinks links;

    private final PublicAddress address;

    Receipts(PrivateLinks links, PublicAddress address) {
        this.links = links;
        this.address = address;
    }

    /** The page with link, code and step two. */
    String address(String door, CaseId id) {
        return "/r/" + door + "/receipt/" + id + "/" + token(id);
    }

    /** The page on which the reporter follows the case and answers. */
    String tracking(CaseId id) {
        return "/r/t/" + id + "/" + token(id);
    }

    /** The link as it is written down or scanned. */
    String whole(String path, HttpServletRequest request) {
        return address.whole(path, request);
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
