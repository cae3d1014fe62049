namespace VotingHall.Core;

/// <summary>
/// 基数的各种可能: the figures from which a base could be taken, as the secretariat knows them; null = not given. They decide nothing: the base is what
/// the chair confirmed. Source: rules 2.2.
/// </summary>
/// <param name="Quota">名额.</param>
/// <param name="InOffice">实有.</param>
/// <param name="Suspended">暂时停止执行代表职务的人数, part of those in office; they stay in the base.</param>
public sealed record BaseFigures(int? Quota = null, int? InOffice = null, int? Suspended = null)
{
    public static BaseFigures None { get; } = new();

    /// <summary>The base itself first, then every other number somebody could have taken, once each.</summary>
    public IReadOnlyList<ImaginableBase> Around(CountBase chosen)
    {
        List<ImaginableBase> all = [new ImaginableBase(Chosen(chosen.Basis), chosen.Count)];
        Add(ImaginableBasis.Quota, Quota);
        Add(ImaginableBasis.InOffice, InOffice);
        Add(ImaginableBasis.LessSuspended, (InOffice ?? InOfficeOf(chosen)) is int inOffice && Suspended is > 0 and int suspended ? inOffice - suspended : null);
        return all;

        void Add(ImaginableBasis basis, int? count)
        {
            if (count is int number and > 0 && all.All(one => one.Count != number))
                all.Add(new ImaginableBase(basis, number));
        }
    }

    private static int? InOfficeOf(CountBase chosen) => chosen.Basis == CountBasis.InOffice ? chosen.Count : null;

    private static ImaginableBasis Chosen(CountBasis basis) => basis switch
    {
        CountBasis.InOffice => ImaginableBasis.InOffice,
        CountBasis.Quota => ImaginableBasis.Quota,
        CountBasis.Other => ImaginableBasis.Other,
        _ => throw new ArgumentOutOfRangeException(nameof(basis)),
    };

    internal Json.Object ToJson() => Json.Of(
        ("inOffice", Number(InOffice)), ("quota", Number(Quota)), ("suspended", Number(Suspended)));

    internal static BaseFigures Read(Fields f) => new(f.IntOrNone("quota"), f.IntOrNone("inOffice"), f.IntOrNone("suspended"));

    private static Json? Number(int? value) => value is int number ? number : null;
}

/// <summary>一种可能的基数.</summary>
public sealed record ImaginableBase(ImaginableBasis Basis, int Count)
{
    /// <summary>As said to people.</summary>
    public string Chinese => Basis switch
    {
        ImaginableBasis.InOffice => "实有",
        ImaginableBasis.Quota => "名额",
        ImaginableBasis.LessSuspended => "实有减去暂停执行职务的",
        ImaginableBasis.Other => "其他依据",
        _ => throw new InvalidOperationException("unknown basis"),
    } + Arithmetic.Text(Count);

    public string English => Basis switch
    {
        ImaginableBasis.InOffice => "in office ",
        ImaginableBasis.Quota => "quota ",
        ImaginableBasis.LessSuspended => "in office less suspended ",
        ImaginableBasis.Other => "other basis ",
        _ => throw new InvalidOperationException("unknown basis"),
    } + Arithmetic.Text(Count);
}

/// <summary>基数从何而来.</summary>
public enum ImaginableBasis
{
    InOffice = 1,
    Quota = 2,
    /// <summary>Never right by itself (the suspended stay in the base), yet the mistake is made. Source: HB, rules 2.2.</summary>
    LessSuspended = 3,
    Other = 4,
}
