namespace VotingHall.Server.Lines;

/// <summary>线路故障目录: every sentence a line can show, in one place.</summary>
internal static class LineFaults
{
    public static LineFault NoSuchPath(string path) => new("noSuchPath",
        $"找不到 {path}。请检查集线桥的数据线，并核对 lines.json 中的地址。",
        $"{path} does not exist. Check the cable of the bridge and the address in lines.json.");

    public static LineFault NotATty(string path) => new("notATty",
        $"{path} 不是串行口。请核对 lines.json 中的地址。", $"{path} is not a serial port. Check the address in lines.json.");

    public static LineFault InUse(string path) => new("inUse",
        $"{path} 正被其他程序使用。", $"{path} is in use by another program.");

    public static LineFault RateRefused(string path, int baud) => new("rateRefused",
        $"{path} 不支持 {baud} 波特。", $"{path} does not support {baud} baud.");

    public static LineFault HungUp(string path) => new("hungUp",
        $"{path} 已断开，插回后自动恢复。", $"{path} has gone; it comes back by itself when plugged in again.");

    public static LineFault Refused(string peer) => new("refused",
        $"{peer} 拒绝连接。请检查设备是否开机、端口是否正确。", $"{peer} refused the connection. Check that the device is on and the port right.");

    public static LineFault HostUnknown(string peer) => new("hostUnknown",
        $"找不到主机 {peer}。", $"Host {peer} is unknown.");

    public static LineFault NoAnswer(string peer) => new("noAnswer",
        $"{peer} 在规定时间内没有应答。请检查网络。", $"{peer} did not answer in time. Check the network.");

    public static LineFault PeerClosed(string peer) => new("peerClosed",
        $"{peer} 已关闭连接，正在重连。", $"{peer} closed the connection; connecting again.");

    public static LineFault WriteTimeout(string peer) => new("writeTimeout",
        $"{peer} 未在规定时间内接收数据，正在重新打开。", $"{peer} did not take the bytes in time; opening again.");

    public static LineFault Stopped(string peer) => new("stopped", $"{peer} 已停用。", $"{peer} was stopped.");

    public static LineFault System(string peer, string detail) => new("system", $"{peer} 出错：{detail}", $"{peer} failed: {detail}");
}
