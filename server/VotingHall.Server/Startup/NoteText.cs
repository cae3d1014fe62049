using VotingHall.Screens;
using VotingHall.Server.Bridges;

namespace VotingHall.Server.Startup;

/// <summary>线路情况的文字: one line for the technician, Chinese first.</summary>
internal static class NoteText
{
    public static string Of(LineNote note) => $"[{Where(note)}] {Said(note).Zh} / {Said(note).En}" + (note.Detail.Length > 0 ? $" ({note.Detail})" : "");

    /// <summary>For the technician's page.</summary>
    public static NoteLine Line(LineNote note, long atMs) => new(atMs, Where(note), Said(note));

    private static string Where(LineNote note) => note.Keypad is { } keypad ? $"{note.Line} {keypad}" : note.Line;

    private static Words Said(LineNote note)
    {
        (string chinese, string english) = note.Kind switch
        {
            LineNoteKind.BridgeUp => ("集线桥已连接", "bridge connected"),
            LineNoteKind.BridgeLost => ("与集线桥的连接中断，正在重连", "link to the bridge lost, reconnecting"),
            LineNoteKind.LeaseRefused => ("集线桥由另一台服务器占用", "the bridge is held by another server"),
            LineNoteKind.LineUp => ("线路正常", "line up"),
            LineNoteKind.LineDown => ("线路无应答", "line down"),
            LineNoteKind.LineBusy => ("线路上有多余信号", "unexpected signals on the line"),
            LineNoteKind.StuckDriver => ("线路被某个设备占住", "a device holds the line"),
            LineNoteKind.UnknownKeypad => ("未登记的表决器，不予接入", "keypad not commissioned, not admitted"),
            LineNoteKind.CloneAlarm => ("表决器疑似被复制，不予接入", "keypad may be a copy, not admitted"),
            LineNoteKind.KeypadAdmitted => ("表决器已接入", "keypad admitted"),
            LineNoteKind.KeypadLost => ("表决器无应答，继续查找", "keypad does not answer, still looking"),
            LineNoteKind.KeypadSilent => ("表决器失联，请派人查看", "keypad silent, send somebody"),
            LineNoteKind.TagBad => ("收到无法验证的帧，已丢弃", "frame with a bad tag dropped"),
            LineNoteKind.BallotInvalid => ("表决器发来不可能的内容，未计入", "impossible content from a keypad, not counted"),
            LineNoteKind.EarlyClose => ("有人伪造截止指令", "somebody forged a close"),
            LineNoteKind.PaperIncomplete => ("有表决器未收全票样", "some keypads lack the paper"),
            LineNoteKind.PressConflict => ("同一按键有两种内容，保留先到的", "one press with two contents, the first is kept"),
            LineNoteKind.LineFull => ("线路槽位已满", "no free slot on the line"),
            LineNoteKind.ReportRefused => ("线路报告未被接受", "report of the lines refused"),
            _ => throw new InvalidOperationException("unknown note"),
        };
        return new Words(chinese, english);
    }
}
