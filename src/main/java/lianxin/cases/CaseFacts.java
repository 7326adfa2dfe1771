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
                new FactKind("case.reported", "诉求上报", "case reported", ReportFact.Reported.class),
                new FactKind("case.taken-down", "代录", "taken down by staff", ReportFact.TakenDown.class),
                new FactKind("case.slip-shown", "打印回执", "paper slip shown", ReportFact.SlipShown.class),
                new FactKind("case.received", "外部系统转来", "sent by another system", ReportFact.Received.class),
                new FactKind(
                        "case.taken-elsewhere", "外部系统收回", "taken back by its system", EndingFact.TakenElsewhere.class),
                new FactKind("case.rebound", "外部系统改期限", "deadline moved by its system", ReportFact.Rebound.class),
                new FactKind("case.joined", "并案", "joined to the same matter", ReportFact.Joined.class),
                new FactKind("case.parted", "拆案", "parted again", ReportFact.Parted.class),
                new FactKind("case.stepped-back", "一位诉求人撤回", "one reporter stepped back", ReportFact.SteppedBack.class),
                new FactKind("case.heard", "一位诉求人答复", "one reporter answered", EndingFact.Heard.class),
                new FactKind("case.kind-corrected", "更正性质", "kind corrected", ReportFact.KindCorrected.class),
                new FactKind("case.praised", "转达表扬", "praise passed on", ReportFact.Praised.class),
                new FactKind("case.dispatched", "派单", "case dispatched", WorkFact.Dispatched.class),
                new FactKind("case.signed", "签收", "case signed for", WorkFact.Signed.class),
                new FactKind("case.progressed", "办理进展", "progress told", WorkFact.Progressed.class),
                new FactKind("case.picture-added", "附图", "picture added", WorkFact.PictureAdded.class),
                new FactKind("case.return-asked", "申请退单", "return asked", RequestFact.ReturnAsked.class),
                new FactKind("case.return-granted", "同意退单", "return granted", RequestFact.ReturnGranted.class),
                new FactKind("case.return-refused", "不同意退单", "return refused", RequestFact.ReturnRefused.class),
                new FactKind("case.return-withdrawn", "撤回退单", "return withdrawn", RequestFact.ReturnWithdrawn.class),
                new FactKind("case.postpone-asked", "申请延期", "more time asked", RequestFact.PostponeAsked.class),
                new FactKind("case.postponed", "延期", "postponed", RequestFact.Postponed.class),
                new FactKind("case.shelve-asked", "申请挂账", "putting aside asked", RequestFact.ShelveAsked.class),
                new FactKind("case.shelved", "挂账", "put aside", RequestFact.Shelved.class),
                new FactKind("case.resumed", "恢复办理", "resumed", RequestFact.Resumed.class),
                new FactKind("case.request-refused", "不同意申请", "request refused", RequestFact.RequestRefused.class),
                new FactKind("case.request-withdrawn", "撤回申请", "request withdrawn", RequestFact.RequestWithdrawn.class),
                new FactKind(
                        "case.routed-around", "绕开被反映单位", "routed around its subject", ReportFact.RoutedAround.class),
                new FactKind("case.confer-asked", "申请会商", "conference asked", RequestFact.ConferAsked.class),
                new FactKind("case.conferred", "会商一致", "agreed in conference", RequestFact.Conferred.class),
                new FactKind(
                        "case.arbitration-asked", "提请终审", "final decision asked", RequestFact.ArbitrationAsked.class),
                new FactKind("case.arbitrated", "终审", "decided for good", RequestFact.Arbitrated.class),
                new FactKind("case.shuffled", "推诿", "unfounded return", RequestFact.Shuffled.class),
                new FactKind("case.called-in", "请求协办", "called in to assist", WorkFact.CalledIn.class),
                new FactKind("case.checked-in", "报到", "assistant checked in", WorkFact.CheckedIn.class),
                new FactKind("case.assisted", "协办完成", "assistant's part done", WorkFact.Assisted.class),
                new FactKind("case.released", "解除协办", "assistant let go", WorkFact.Released.class),
                new FactKind("case.lead-opened", "先签收者牵头", "first to sign will lead", WorkFact.LeadOpened.class),
                new FactKind("case.lead-taken", "首接负责", "first to sign leads", WorkFact.LeadTaken.class),
                new FactKind("case.whistled", "吹哨", "whistle blown", WorkFact.Whistled.class),
                new FactKind("case.responded", "响应吹哨", "whistle answered", WorkFact.Responded.class),
                new FactKind("case.passed-up", "上交", "passed up", WorkFact.PassedUp.class),
                new FactKind("case.whistle-passed-on", "吹哨报上级", "whistle passed on", WorkFact.WhistlePassedOn.class),
                new FactKind("case.whistle-withdrawn", "撤回吹哨", "whistle withdrawn", WorkFact.WhistleWithdrawn.class),
                new FactKind("case.handed-over", "移交", "case handed over", WorkFact.HandedOver.class),
                new FactKind("case.escalated", "超期提级", "late case escalated", WorkFact.Escalated.class),
                new FactKind("case.late-at-top", "顶层超期", "late at the top", WorkFact.LateAtTop.class),
                new FactKind("case.supervised", "督办答复", "supervisor answered", WorkFact.Supervised.class),
                new FactKind("case.instructed", "上级督促", "superior wants an answer", WorkFact.Instructed.class),
                new FactKind("case.replied", "答复上级", "superior answered", WorkFact.Replied.class),
                new FactKind("case.finished", "办结", "case finished", WorkFact.Finished.class),
                new FactKind("case.check-wanted", "等待核查", "to be checked", WorkFact.CheckWanted.class),
                new FactKind("case.checked", "核查", "checked", WorkFact.Checked.class),
                new FactKind("case.declined", "不予受理", "declined", EndingFact.Declined.class),
                new FactKind("case.handed-on", "转有权处理单位", "handed on", EndingFact.HandedOn.class),
                new FactKind("case.answered-directly", "直接答复", "answered at once", EndingFact.AnsweredDirectly.class),
                new FactKind(
                        "case.unsolved-asked", "申请未解决结案", "closing unsolved asked", RequestFact.UnsolvedAsked.class),
                new FactKind("case.closed-unsolved", "未解决结案", "closed unsolved", EndingFact.ClosedUnsolved.class),
                new FactKind("case.appealed", "居民申诉", "reporter appealed", EndingFact.Appealed.class),
                new FactKind("case.filed-on-appeal", "申诉后立案", "filed on appeal", EndingFact.FiledOnAppeal.class),
                new FactKind("case.ending-confirmed", "申诉后维持", "ending confirmed", EndingFact.EndingConfirmed.class),
                new FactKind("case.reopened", "居民要求重办", "reopened by the reporter", EndingFact.Reopened.class),
                new FactKind("case.exclusion-asked", "申请剔除", "leaving out asked", ExclusionFact.ExclusionAsked.class),
                new FactKind("case.excluded", "剔除", "left out of statistics", ExclusionFact.Excluded.class),
                new FactKind(
                        "case.exclusion-refused", "不同意剔除", "leaving out refused", ExclusionFact.ExclusionRefused.class),
                new FactKind(
                        "case.exclusion-contested",
                        "居民对剔除有异议",
                        "leaving out contested",
                        ExclusionFact.ExclusionContested.class),
                new FactKind("case.exclusion-kept", "维持剔除", "stays left out", ExclusionFact.ExclusionKept.class),
                new FactKind("case.exclusion-lifted", "取消剔除", "counts again", ExclusionFact.ExclusionLifted.class),
                new FactKind("case.story-written", "写成前后对比", "before and after written", StoryFact.StoryWritten.class),
                new FactKind(
                        "case.story-picture-masked",
                        "确认图片已遮挡",
                        "picture seen to be masked",
                        StoryFact.StoryPictureMasked.class),
                new FactKind(
                        "case.story-released", "公开前后对比", "before and after released", StoryFact.StoryReleased.class),
                new FactKind(
                        "case.story-taken-back",
                        "撤下前后对比",
                        "before and after taken back",
                        StoryFact.StoryTakenBack.class),
                new FactKind("case.recurred", "同一问题再次发生", "same trouble again", EndingFact.Recurred.class),
                new FactKind("case.self-handled", "自处置", "handled on the spot", EndingFact.SelfHandled.class),
                new FactKind("case.confirmed", "居民确认解决", "resident says solved", EndingFact.Confirmed.class),
                new FactKind("case.disputed", "居民反映未解决", "resident says not solved", EndingFact.Disputed.class),
                new FactKind("case.rated", "评价", "result and service rated", EndingFact.Rated.class),
                new FactKind("case.pressed", "被要求好评", "asked for a good rating", EndingFact.Pressed.class),
                new FactKind("case.rechecked", "抽查回访", "asked again", EndingFact.Rechecked.class),
                new FactKind("case.closed", "结案", "case closed", EndingFact.Closed.class),
                new FactKind(
                        "case.closed-unanswered", "到期未评价结案", "closed unanswered", EndingFact.ClosedUnanswered.class),
                new FactKind("case.added", "居民补充", "reporter added", ReportFact.Added.class),
                new FactKind("case.urged", "居民催办", "reporter urged", ReportFact.Urged.class),
                new FactKind("case.withdrawn", "居民撤诉", "reporter withdrew", EndingFact.Withdrawn.class),
                new FactKind("case.limit-reached", "时限到期", "limit reached", WorkFact.LimitReached.class),
                new FactKind("case.done-late", "超期完成", "done after its limit", WorkFact.DoneLate.class),
                new FactKind(
                        "case.found-by-telephone", "按来电查询", "found by telephone", ReportFact.FoundByTelephone.class),
                new FactKind("contact.read", "查看联系方式", "contact read", ReportFact.ContactRead.class));
    }
}
