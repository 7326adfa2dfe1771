package lianxin.cases;

import java.util.List;
import lianxin.facts.FactKind;
import lianxin.facts.FactKinds;
import org.springframework.stereotype.Component;

@Component
class CaseFacts implements FactKinds {

    @Override
    public List<FactKind> factKinds() {
        return List.of(
                new FactKind("case.reported", "诉求上报", "case reported", CaseFact.Reported.class),
                new FactKind("case.taken-down", "代录", "taken down by staff", CaseFact.TakenDown.class),
                new FactKind("case.slip-shown", "打印回执", "paper slip shown", CaseFact.SlipShown.class),
                new FactKind("case.received", "外部系统转来", "sent by another system", CaseFact.Received.class),
                new FactKind(
                        "case.taken-elsewhere", "外部系统收回", "taken back by its system", CaseFact.TakenElsewhere.class),
                new FactKind("case.rebound", "外部系统改期限", "deadline moved by its system", CaseFact.Rebound.class),
                new FactKind("case.kind-corrected", "更正性质", "kind corrected", CaseFact.KindCorrected.class),
                new FactKind("case.praised", "转达表扬", "praise passed on", CaseFact.Praised.class),
                new FactKind("case.dispatched", "派单", "case dispatched", CaseFact.Dispatched.class),
                new FactKind("case.signed", "签收", "case signed for", CaseFact.Signed.class),
                new FactKind("case.progressed", "办理进展", "progress told", CaseFact.Progressed.class),
                new FactKind("case.picture-added", "附图", "picture added", CaseFact.PictureAdded.class),
                new FactKind("case.return-asked", "申请退单", "return asked", CaseFact.ReturnAsked.class),
                new FactKind("case.return-granted", "同意退单", "return granted", CaseFact.ReturnGranted.class),
                new FactKind("case.return-refused", "不同意退单", "return refused", CaseFact.ReturnRefused.class),
                new FactKind("case.return-withdrawn", "撤回退单", "return withdrawn", CaseFact.ReturnWithdrawn.class),
                new FactKind("case.postpone-asked", "申请延期", "more time asked", CaseFact.PostponeAsked.class),
                new FactKind("case.postponed", "延期", "postponed", CaseFact.Postponed.class),
                new FactKind("case.shelve-asked", "申请挂账", "putting aside asked", CaseFact.ShelveAsked.class),
                new FactKind("case.shelved", "挂账", "put aside", CaseFact.Shelved.class),
                new FactKind("case.resumed", "恢复办理", "resumed", CaseFact.Resumed.class),
                new FactKind("case.request-refused", "不同意申请", "request refused", CaseFact.RequestRefused.class),
                new FactKind("case.request-withdrawn", "撤回申请", "request withdrawn", CaseFact.RequestWithdrawn.class),
                new FactKind("case.routed-around", "绕开被反映单位", "routed around its subject", CaseFact.RoutedAround.class),
                new FactKind("case.confer-asked", "申请会商", "conference asked", CaseFact.ConferAsked.class),
                new FactKind("case.conferred", "会商一致", "agreed in conference", CaseFact.Conferred.class),
                new FactKind("case.arbitration-asked", "提请终审", "final decision asked", CaseFact.ArbitrationAsked.class),
                new FactKind("case.arbitrated", "终审", "decided for good", CaseFact.Arbitrated.class),
                new FactKind("case.shuffled", "推诿", "unfounded return", CaseFact.Shuffled.class),
                new FactKind("case.called-in", "请求协办", "called in to assist", CaseFact.CalledIn.class),
                new FactKind("case.checked-in", "报到", "assistant checked in", CaseFact.CheckedIn.class),
                new FactKind("case.assisted", "协办完成", "assistant's part done", CaseFact.Assisted.class),
                new FactKind("case.released", "解除协办", "assistant let go", CaseFact.Released.class),
                new FactKind("case.lead-opened", "先签收者牵头", "first to sign will lead", CaseFact.LeadOpened.class),
                new FactKind("case.lead-taken", "首接负责", "first to sign leads", CaseFact.LeadTaken.class),
                new FactKind("case.whistled", "吹哨", "whistle blown", CaseFact.Whistled.class),
                new FactKind("case.responded", "响应吹哨", "whistle answered", CaseFact.Responded.class),
                new FactKind("case.whistle-passed-on", "吹哨报上级", "whistle passed on", CaseFact.WhistlePassedOn.class),
                new FactKind("case.whistle-withdrawn", "撤回吹哨", "whistle withdrawn", CaseFact.WhistleWithdrawn.class),
                new FactKind("case.handed-over", "移交", "case handed over", CaseFact.HandedOver.class),
                new FactKind("case.escalated", "超期提级", "late case escalated", CaseFact.Escalated.class),
                new FactKind("case.late-at-top", "顶层超期", "late at the top", CaseFact.LateAtTop.class),
                new FactKind("case.supervised", "督办答复", "supervisor answered", CaseFact.Supervised.class),
                new FactKind("case.instructed", "上级督促", "superior wants an answer", CaseFact.Instructed.class),
                new FactKind("case.replied", "答复上级", "superior answered", CaseFact.Replied.class),
                new FactKind("case.finished", "办结", "case finished", CaseFact.Finished.class),
                new FactKind("case.declined", "不予受理", "declined", CaseFact.Declined.class),
                new FactKind("case.handed-on", "转有权处理单位", "handed on", CaseFact.HandedOn.class),
                new FactKind("case.answered-directly", "直接答复", "answered at once", CaseFact.AnsweredDirectly.class),
                new FactKind("case.unsolved-asked", "申请未解决结案", "closing unsolved asked", CaseFact.UnsolvedAsked.class),
                new FactKind("case.closed-unsolved", "未解决结案", "closed unsolved", CaseFact.ClosedUnsolved.class),
                new FactKind("case.appealed", "居民申诉", "reporter appealed", CaseFact.Appealed.class),
                new FactKind("case.reopened", "居民要求重办", "reopened by the reporter", CaseFact.Reopened.class),
                new FactKind("case.confirmed", "居民确认解决", "resident says solved", CaseFact.Confirmed.class),
                new FactKind("case.disputed", "居民反映未解决", "resident says not solved", CaseFact.Disputed.class),
                new FactKind("case.rated", "评价", "result and service rated", CaseFact.Rated.class),
                new FactKind("case.pressed", "被要求好评", "asked for a good rating", CaseFact.Pressed.class),
                new FactKind("case.closed", "结案", "case closed", CaseFact.Closed.class),
                new FactKind("case.closed-unanswered", "到期未评价结案", "closed unanswered", CaseFact.ClosedUnanswered.class),
                new FactKind("case.added", "居民补充", "reporter added", CaseFact.Added.class),
                new FactKind("case.urged", "居民催办", "reporter urged", CaseFact.Urged.class),
                new FactKind("case.withdrawn", "居民撤诉", "reporter withdrew", CaseFact.Withdrawn.class),
                new FactKind("case.story-written", "写成前后对比", "before and after written", CaseFact.StoryWritten.class),
                new FactKind(
                        "case.story-picture-masked",
                        "确认图片已遮挡",
                        "picture seen to be masked",
                        CaseFact.StoryPictureMasked.class),
                new FactKind(
                        "case.story-released", "公开前后对比", "before and after released", CaseFact.StoryReleased.class),
                new FactKind(
                        "case.story-taken-back",
                        "撤下前后对比",
                        "before and after taken back",
                        CaseFact.StoryTakenBack.class),
                new FactKind("case.limit-reached", "时限到期", "limit reached", CaseFact.LimitReached.class),
                new FactKind("case.done-late", "超期完成", "done after its limit", CaseFact.DoneLate.class),
                new FactKind("case.found-by-telephone", "按来电查询", "found by telephone", CaseFact.FoundByTelephone.class),
                new FactKind("contact.read", "查看联系方式", "contact read", CaseFact.ContactRead.class));
    }
}
