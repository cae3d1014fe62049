namespace VotingHall.Core;

/// <summary>角色: in which capacity a command is given. Stored by name. Source: security.md, design 13.</summary>
public enum Role
{
    /// <summary>主持人（执行主席）.</summary>
    Chair = 1,
    /// <summary>秘书处（操作员）.</summary>
    Secretariat = 2,
    /// <summary>监票人.</summary>
    Scrutineer = 3,
    /// <summary>技术人员: touches no vote.</summary>
    Technician = 4,
    /// <summary>系统: the server itself (time-outs, signing, station answers).</summary>
    System = 5,
    /// <summary>集线桥: what keypads said.</summary>
    Bridge = 6,
}

/// <summary>发令人: the role and the person (account name; empty for System and Bridge).</summary>
public sealed record Issuer(Role Role, string Person)
{
    public static Issuer System { get; } = new(Role.System, "");

    public static Issuer Bridge { get; } = new(Role.Bridge, "");
}
