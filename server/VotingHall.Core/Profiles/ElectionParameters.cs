namespace VotingHall.Core;

/// <summary>选举. Source: OL26–28, EL31; rules 5, 6, 14, 18.</summary>
/// <param name="Method">election.method: always 无记名投票, on paper unless the adopted measure says otherwise.</param>
/// <param name="ElectronicElectionAdopted">election.electronicElectionAdopted: the adopted 选举办法 that allows election by keypad, quoted; null = none.</param>
/// <param name="DeputyDifference">election.difference.deputy: 差额数 of deputy posts; null = not fixed by the profile.</param>
/// <param name="CommitteeMemberDifference">election.difference.committeeMember.</param>
/// <param name="UpperDeputyDifference">election.difference.upperDeputy.</param>
/// <param name="NominationDays">election.nominationDays: least days for nomination and deliberation at a change of term, never below the two of OL27.</param>
public sealed record ElectionParameters(
    ElectionMethod Method = ElectionMethod.Paper,
    string? ElectronicElectionAdopted = null,
    int? DeputyDifference = null,
    int? CommitteeMemberDifference = null,
    int? UpperDeputyDifference = null,
    int NominationDays = ElectionParameters.NominationDaysByLaw)
{
    /// <summary>OL27, EL32.</summary>
    public const int NominationDaysByLaw = 2;

    /// <summary>Elections may go to the keypads: adopted, and the measure quoted.</summary>
    public bool ByKeypad => Method == ElectionMethod.KeypadAdopted && ElectronicElectionAdopted is not null;
}

/// <summary>选举的投票方式. Stored by name.</summary>
public enum ElectionMethod
{
    /// <summary>纸质选票，人工计票.</summary>
    Paper = 1,
    /// <summary>纸质选票，机读计票.</summary>
    PaperMachine = 2,
    /// <summary>选举办法规定用表决器.</summary>
    KeypadAdopted = 3,
}
