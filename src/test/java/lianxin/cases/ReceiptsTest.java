package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import lianxin.platform.NotFound;
import lianxin.platform.PrivateLinks;
import lianxin.platform.PublicAddress;
import org.junit.jupiter.api.Test;

class ReceiptsTest {

    private final Receipts receipts = new Receipts(new PrivateLinks(new byte[32]), new PublicAddress(""));
    private final CaseId lamp = new CaseId(UUID.fromString("019aa9c2-5d3e-7b1c-9f00-3c5a2f6b8d11"));
    private final CaseId drain = new CaseId(UUID.fromString("019aa9c2-5d3e-7b1c-9f00-3c5a2f6b8d12"));

    @Test
    void the_link_of_a_report_opens_that_report_only() {
        var token = receipts.tracking(lamp).substring(receipts.tracking(lamp).lastIndexOf('/') + 1);
        assertThat(receipts.opened(lamp.value(), token)).isEqualTo(lamp);
        assertThatThrownBy(() -> receipts.opened(drain.value(), token)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> receipts.opened(lamp.value(), "")).isInstanceOf(NotFound.class);
    }
}
