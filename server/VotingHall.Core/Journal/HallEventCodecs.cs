namespace VotingHall.Core;

/// <summary>会议与表决器的事实: stored forms.</summary>
internal static class HallEventCodecs
{
    public static IReadOnlyList<EventCodec> All { get; } =
    [
        EventCodec.Of<HallEvent.MeetingLoaded>("meeting.loaded", "已载入会议", "A meeting was loaded",
            e => Json.Of(("meeting", MeetingJson.Write(e.Meeting))),
            (f, s) => new(s, f.Object("meeting", MeetingJson.Read))),
        EventCodec.Of<HallEvent.AgendaItemPut>("agenda.put", "议程项已增改", "An agenda item was added or replaced by a new version",
            e => Json.Of(("item", MeetingJson.WriteItem(e.Item)), ("place", e.Place)),
            (f, s) => new(s, f.Object("item", MeetingJson.ReadItem), f.Int("place", 1))),
        EventCodec.Of<HallEvent.AgendaItemRemoved>("agenda.removed", "议程项已删除", "An agenda item was removed",
            e => Json.Of(("agendaNo", e.AgendaNo)),
            (f, s) => new(s, f.Text("agendaNo"))),
        EventCodec.Of<HallEvent.BaseConfirmed>("base.confirmed", "计票基数已确认", "The chair confirmed the base",
            e => Json.Of(("base", CountJson.WriteBase(e.Base))),
            (f, s) => new(s, f.Object("base", CountJson.ReadBase))),
        EventCodec.Of<HallEvent.EpochRaised>("epoch.raised", "纪元号增大", "The bus epoch rose",
            e => Json.Of(("epoch", (long)e.Epoch)),
            (f, s) => new(s, (uint)f.Number("epoch", 0, uint.MaxValue))),
        EventCodec.Of<HallEvent.MeetingKeysBegun>("keys.begun", "会议密钥已启用", "The meeting keys were begun",
            e => Json.Of(("m", e.MeetingDigest.Hex), ("nonces", Json.ListOf(e.Nonces, nonce => nonce.Hex))),
            (f, s) => new(s, f.Octets("m"), f.OctetsList("nonces"))),
        EventCodec.Of<HallEvent.KeypadRegistered>("keypad.enrolled", "表决器已接入", "A keypad was admitted",
            e => Json.Of(("boot", (long)e.Boot), ("line", e.Line), ("slot", e.Slot), ("uid", e.Uid.ToString())),
            (f, s) => new(s, f.Uid("uid"), f.Text("line"), f.Int("slot"), (uint)f.Number("boot", 0, uint.MaxValue))),
        EventCodec.Of<HallEvent.KeypadReported>("keypad.reported", "表决器状态变化", "A keypad fell silent, failed or came back",
            e => Json.Of(("health", EnumNames.Write(e.Health)), ("uid", e.Uid.ToString())),
            (f, s) => new(s, f.Uid("uid"), f.Name<KeypadHealth>("health"))),
        EventCodec.Of<HallEvent.KeypadBound>("keypad.bound", "更换表决器", "A member was given another keypad",
            e => Json.Of(("member", e.Member.Value), ("uid", e.Uid.ToString())),
            (f, s) => new(s, new MemberId(f.Int("member", 1)), f.Uid("uid"))),
        EventCodec.Of<HallEvent.SittingOpened>("sitting.opened", "会议开始", "A sitting was opened",
            e => Json.Of(("sitting", e.SittingNo)),
            (f, s) => new(s, f.Int("sitting", 1))),
        EventCodec.Of<HallEvent.SittingClosed>("sitting.closed", "会议结束", "The sitting was closed",
            e => Json.Of(("sitting", e.SittingNo)),
            (f, s) => new(s, f.Int("sitting", 1))),
    ];
}
