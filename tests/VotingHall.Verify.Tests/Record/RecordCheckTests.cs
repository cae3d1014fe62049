using VotingHall.Core;
using VotingHall.Signing;
using Xunit;

namespace VotingHall.Verify.Tests;

/// <summary>The verifier on records that are right, and on records with one thing wrong that the system itself signed.</summary>
public class RecordCheckTests
{
    public static TheoryData<string, string> Kinds => new(
        from suite in RecordSuite.All from mode in new[] { "recorded", "secret" } select (suite.Name, mode));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_right_record_is_good_in_every_step(string suite, string mode)
    {
        RecordReport report = RecordCheck.Run(new RecordSample(Signers.Suite(suite), mode).Inputs);
        Assert.DoesNotContain(report.Findings, f => f.State is FindingState.Bad or FindingState.Missing);
        Assert.Equal(CommandLine.Good, report.ExitCode);
        Assert.Equal(10, report.Findings.Count);
    }

    [Theory]
    [InlineData("outcome.state", CheckStep.Outcome)]
    [InlineData("outcome.arithmetic", CheckStep.Outcome)]
    [InlineData("rule.id", CheckStep.Outcome)]
    [InlineData("item.title", CheckStep.Outcome)]
    public void A_correctly_signed_record_with_a_wrong_text_is_bad(string path, CheckStep step) => RequireBad(path, "notPassed", step);

    [Theory]
    [InlineData("rule.required", 1, CheckStep.Outcome)]
    [InlineData("rule.base.count", 5, CheckStep.Outcome)]
    [InlineData("tally.items.0.counts.for", 3, CheckStep.Sums)]
    [InlineData("tally.items.0.counts.for", 1, CheckStep.Sums)]
    [InlineData("tally.items.0.counts.against", 1, CheckStep.Sums)]
    [InlineData("tally.notPressed", 0, CheckStep.Sums)]
    [InlineData("tally.total", 4, CheckStep.Sums)]
    [InlineData("tally.participants", 3, CheckStep.Sums)]
    [InlineData("roll.present", 4, CheckStep.Sums)]
    [InlineData("roll.due", 2, CheckStep.Sums)]
    public void A_correctly_signed_record_with_a_wrong_figure_is_bad(string path, int value, CheckStep step) => RequireBad(path, value, step);

    /// <summary>Figures Core would call a bug are a bad record here, never an exception.</summary>
    [Fact]
    public void Impossible_figures_are_bad()
    {
        RequireBad("rule.base.count", 0, CheckStep.Form);
        RequireBad("tally.items", new Json.List([]), CheckStep.Outcome);
        Json.Object procedural = (Json.Object)QuestionJson.Write(new Motion { Title = "关于工作报告的决议草案", Verb = "通过", Rule = MotionRule.MajorityOfPresent });
        RecordSample nobody = new(RecordSuite.Intl, change: payload => RecordSample.With(
            RecordSample.With(
                RecordSample.With(
                    RecordSample.With(RecordSample.With(payload, "rule.question", procedural), "tally.total", 0), "tally.participants", 0),
                "tally.notPressed", 0),
            "tally.items.0.counts.for", 0));
        Assert.Equal(FindingState.Bad, StateOf(RecordCheck.Run(nobody.Inputs), CheckStep.Outcome));
    }

    /// <summary>The list must fit the figures even where the figures themselves add up.</summary>
    [Fact]
    public void A_list_that_does_not_add_up_is_bad()
    {
        RequireBad("recordedList.0.choice", new Json.List(["against"]), CheckStep.List);
        RequireBad("recordedList.0.choice", new Json.List([]), CheckStep.List);
        RequireBad("recordedList.0.choice", new Json.List(["notPressed"]), CheckStep.List);
        RequireBad("recordedList.2.choice", new Json.List(["for"]), CheckStep.List);
        RequireBad("recordedList.2.choice", new Json.List(["yes"]), CheckStep.List);
        RequireBad("recordedList.1.seat", "1-1", CheckStep.List);
        RequireBad("recordedList.1.nameId", "0001", CheckStep.List);
        RequireBad("recordedList", null, CheckStep.List);
    }

    [Fact]
    public void A_field_that_is_unknown_or_missing_makes_the_form_bad()
    {
        RequireBad("remark", "x", CheckStep.Form);
        RequireBad("tally.remark", "x", CheckStep.Form);
        RequireBad("tally.items.0.counts.for", "2", CheckStep.Form);
        RequireBad("exceptions", null, CheckStep.Policy);
        RequireBad("tally.sumCheck", "unaccounted", CheckStep.Sums);
        foreach (string path in new[] { "kind", "v", "suite", "mode", "hall", "meeting.id", "round", "times", "policy", "roll.due", "outcome.state", "log.root" })
            RequireBad(path, null, CheckStep.Form);
    }

    [Fact]
    public void Names_in_a_secret_record_are_bad()
    {
        RecordSample sample = new(RecordSuite.Intl, "secret", payload => RecordSample.With(payload, "recordedList", new Json.List([])));
        Assert.Equal(FindingState.Bad, StateOf(RecordCheck.Run(sample.Inputs), CheckStep.Form));
    }

    [Fact]
    public void A_passed_vote_is_not_passed_when_one_vote_less_was_for()
    {
        RecordSample sample = new(RecordSuite.Intl, change: payload => RecordSample.With(
            RecordSample.With(payload, "tally.items.0.counts.for", 1), "tally.items.0.counts.against", 1));
        Assert.Equal(FindingState.Good, StateOf(RecordCheck.Run(sample.Inputs), CheckStep.Sums));
        Assert.Equal(FindingState.Bad, StateOf(RecordCheck.Run(sample.Inputs), CheckStep.Outcome));
    }

    [Fact]
    public void Without_a_policy_nothing_is_decided_but_what_is_wrong_is_still_bad()
    {
        RecordSample sample = new(RecordSuite.Intl);
        RecordReport report = RecordCheck.Run(sample.Inputs with { Policy = null });
        Assert.Equal(CommandLine.CannotDecide, report.ExitCode);
        RecordSample wrong = new(RecordSuite.Intl, change: payload => RecordSample.With(payload, "outcome.state", "notPassed"));
        Assert.Equal(CommandLine.Bad, RecordCheck.Run(wrong.Inputs with { Policy = null }).ExitCode);
    }

    [Fact]
    public void Proof_journal_and_code_of_another_record_are_bad()
    {
        RecordSample one = new(RecordSuite.Intl);
        RecordSample other = new(RecordSuite.Intl, change: payload => RecordSample.With(payload, "meeting.id", "m2"));
        Assert.Equal(FindingState.Bad, StateOf(RecordCheck.Run(one.Inputs with { Proof = other.Proof.Write() }), CheckStep.Proof));
        Assert.Equal(FindingState.Bad, StateOf(RecordCheck.Run(one.Inputs with { Journal = other.Journal }), CheckStep.Journal));
        Assert.Equal(FindingState.Bad, StateOf(RecordCheck.Run(one.Inputs with { Qr = other.CertQr!.Text }), CheckStep.Code));
    }

    [Fact]
    public void Two_records_of_one_round_in_the_log_are_bad()
    {
        RecordSample sample = new(RecordSuite.Intl);
        sample.Append(sample.SignedLeaf(sample.Identity));
        Assert.Equal(FindingState.Good, StateOf(RecordCheck.Run(sample.Inputs), CheckStep.Journal));
        sample.Append(sample.SignedLeaf(new byte[32]));
        Assert.Equal(FindingState.Bad, StateOf(RecordCheck.Run(sample.Inputs), CheckStep.Journal));
    }

    [Fact]
    public void A_head_in_the_record_that_is_not_of_the_log_is_bad()
    {
        RecordSample sample = new(RecordSuite.Intl, change: payload => RecordSample.With(payload, "log.root", Digest.Text(new byte[32])));
        Assert.Equal(FindingState.Bad, StateOf(RecordCheck.Run(sample.Inputs), CheckStep.Journal));
        RecordSample later = new(RecordSuite.Intl, change: payload => RecordSample.With(payload, "log.size", 99));
        Assert.Equal(FindingState.Bad, StateOf(RecordCheck.Run(later.Inputs), CheckStep.Proof));
    }

    internal static FindingState StateOf(RecordReport report, CheckStep step) => report.Findings.Single(f => f.Step == step).State;

    private static void RequireBad(string path, Json? value, CheckStep step)
    {
        RecordSample sample = new(RecordSuite.Intl, change: payload => RecordSample.With(payload, path, value));
        RecordReport report = RecordCheck.Run(sample.Inputs with { Qr = sample.CertQr?.Text });
        Assert.True(report.Findings.Any(f => f.Step == step && f.State == FindingState.Bad), path);
        Assert.Equal(CommandLine.Bad, report.ExitCode);
    }
}
