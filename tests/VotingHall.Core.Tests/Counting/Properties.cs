using FsCheck;
using FsCheck.Fluent;

namespace VotingHall.Core.Tests.Counting;

/// <summary>性质检验: whether a property holds for a thousand drawn values, the same ones every time.</summary>
internal static class Properties
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(1000).WithQuietOnSuccess(true).WithReplay(20221111, 2022_03_11);

    public static bool Pass<T>(Arbitrary<T> any, Func<T, bool> property)
    {
        try
        {
            Prop.ForAll(any, property).Check(Many);
            return true;
        }
        catch (Exception falsified) when (falsified.Message.StartsWith("Falsifiable", StringComparison.Ordinal))
        {
            return false;
        }
    }
}
