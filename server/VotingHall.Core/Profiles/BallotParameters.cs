namespace VotingHall.Core;

/// <summary>认票. Source: rules 4.3, 4.4, 18.</summary>
/// <param name="Rule">ballot.rule: how many may be chosen where an election does not say it itself.</param>
/// <param name="Blank">ballot.blank: what a paper without any mark is.</param>
/// <param name="DoubleMark">ballot.doubleMark: what two different marks beside one name void.</param>
/// <param name="OverVoteScope">ballot.overVoteScope: what too many names for one office void on a paper with several.</param>
public sealed record BallotParameters(
    BallotRule Rule = BallotRule.AtMostSeats,
    BlankBallot Blank = BlankBallot.AbstainAll,
    DoubleMark DoubleMark = DoubleMark.RowInvalid,
    OverVoteScope OverVoteScope = OverVoteScope.Office);

/// <summary>空白票. Stored by name.</summary>
public enum BlankBallot
{
    /// <summary>有效，全部弃权.</summary>
    AbstainAll = 1,
    /// <summary>无效票.</summary>
    Invalid = 2,
}

/// <summary>一人两种符号. Stored by name.</summary>
public enum DoubleMark
{
    /// <summary>该行无效，其余有效.</summary>
    RowInvalid = 1,
    /// <summary>整张无效.</summary>
    BallotInvalid = 2,
}

/// <summary>多选的作废范围. Stored by name.</summary>
public enum OverVoteScope
{
    /// <summary>该职务的部分.</summary>
    Office = 1,
    /// <summary>整张选票.</summary>
    Paper = 2,
}

/// <summary>另选他人. That it goes with 反对 only is law (DL17) and no parameter. Source: rules 4.2, 18.</summary>
/// <param name="NeedsCircle">writeIn.needsCircle: a name without ○ does not count.</param>
/// <param name="Announced">announce.writeIns: names written in are read out, not only kept in the record.</param>
public sealed record WriteInParameters(bool NeedsCircle = false, bool Announced = false);
