using System.Text;
using VotingHall.Core;
using VotingHall.Signing;
using Xunit;

namespace VotingHall.Verify.Tests;

/// <summary>The command as people run it: files found beside the record, exit codes, both languages, never a stack trace.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly string _out = Directory.CreateTempSubdirectory("votinghall-out-").FullName;
    private readonly RecordSample _sample = new(RecordSuite.Cn);

    public CommandLineTests()
    {
        Write("records/r4.record.json", _sample.Envelope.Write());
        Write("records/r4.proof.json", _sample.Proof.Write());
        Write("policy/trust-policy.json", _sample.Keys.Policy.Write());
        Write("journal/public.jsonl", _sample.Journal);
    }

    public void Dispose() => Directory.Delete(_out, recursive: true);

    [Fact]
    public void Policy_and_proof_are_found_beside_the_record()
    {
        (int exit, string output, _) = Run("record", At("records/r4.record.json"), "--journal", At("journal/public.jsonl"), "--qr", _sample.CertQr!.Text);
        Assert.Equal(CommandLine.Good, exit);
        Assert.Contains("未固定", output, StringComparison.Ordinal);
        Assert.Contains("unpinned", output, StringComparison.Ordinal);
        Assert.Contains(_sample.Keys.Policy.Fingerprint, output, StringComparison.Ordinal);
        Assert.Contains("结论：有效 / valid", output, StringComparison.Ordinal);
        Assert.DoesNotContain("未固定", Run("record", At("records/r4.record.json"), "--policy", At("policy/trust-policy.json")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_is_canonical_and_says_the_same()
    {
        (int exit, string output, _) = Run("record", At("records/r4.record.json"), "--json");
        Assert.Equal(CommandLine.Good, exit);
        Assert.True(CanonicalJson.TryRead(Encoding.UTF8.GetBytes(output.TrimEnd()), out Json json));
        Assert.Equal("good", ((Json.Object)json).TextOf("result"));
    }

    [Fact]
    public void A_changed_record_or_proof_is_exit_1()
    {
        byte[] changed = _sample.Envelope.Write();
        changed[40] ^= 1;
        Write("records/changed.record.json", changed);
        Assert.Equal(CommandLine.Bad, Run("record", At("records/changed.record.json")).Exit);
        Write("records/r4.proof.json", [.. _sample.Proof.Write(), (byte)'\n']);
        Assert.Equal(CommandLine.Bad, Run("record", At("records/r4.record.json")).Exit);
        Write("policy/trust-policy.json", "{}"u8.ToArray());
        Assert.Equal(CommandLine.Bad, Run("record", At("records/r4.record.json")).Exit);
    }

    [Fact]
    public void What_is_missing_is_exit_2_without_a_stack_trace()
    {
        File.Delete(At("policy/trust-policy.json"));
        (int Exit, string Output, string Error)[] runs =
        [
            Run("record", At("records/r4.record.json")),
            Run("record", At("records/none.record.json")),
            Run("record", At("records")),
            Run("record", At("records/r4.record.json"), "--policy", At("none.json")),
            Run("record", At("records/r4.record.json"), "--journal", At("none.jsonl")),
            Run("record", At("records/none.record.json"), "--json"),
            Run("record"),
            Run("record", "a", "b"),
            Run("record", "a", "--qr"),
            Run("record", "a", "--unknown"),
            Run("record", ""),
            Run("nothing"),
            Run(),
        ];
        foreach ((int exit, string output, string error) in runs)
        {
            Assert.Equal(CommandLine.CannotDecide, exit);
            Assert.DoesNotContain("   at ", output + error, StringComparison.Ordinal);
            Assert.NotEqual("", output + error);
        }
        Assert.Contains("离线验证", runs[^1].Output, StringComparison.Ordinal);
        Assert.Equal(CommandLine.Good, Run("--help").Exit);
    }

    /// <summary>Whatever the file holds, the verifier answers.</summary>
    [Fact]
    public void Rubbish_is_bad_and_never_an_exception()
    {
        string[] rubbish = ["", "{", "[]", "null", "{\"payload\":\"\",\"payloadType\":\"\",\"signatures\":[]}", "\uFEFF{}", new('[', 100_000)];
        foreach (string text in rubbish)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            Assert.Equal(CommandLine.Bad, RecordCheck.Run(new RecordInputs(bytes, bytes, true, bytes, bytes, text)).ExitCode);
            Assert.Equal(CommandLine.Bad, RecordCheck.Run(_sample.Inputs with { Policy = bytes }).ExitCode);
            Assert.Equal(CommandLine.Bad, RecordCheck.Run(_sample.Inputs with { Proof = bytes }).ExitCode);
            Assert.Equal(CommandLine.Bad, RecordCheck.Run(_sample.Inputs with { Journal = bytes }).ExitCode);
            Assert.Equal(CommandLine.Bad, RecordCheck.Run(_sample.Inputs with { Qr = text }).ExitCode);
            SignedEnvelope signed = SignedEnvelope.Sign(PayloadTypes.Record, bytes, _sample.Keys.System);
            Assert.Equal(CommandLine.Bad, RecordCheck.Run(_sample.Inputs with { Record = signed.Write() }).ExitCode);
        }
    }

    [Fact]
    public void Rehearsal_keys_are_loaded_again_from_their_folder()
    {
        string folder = At("keys");
        RehearsalKeys made = RehearsalKeys.Create(folder, RecordSuite.Dual, "county-hall", Signers.From, Signers.To);
        Assert.True(RehearsalKeys.TryLoad(folder, out RehearsalKeys? loaded));
        Assert.Equal(made.Policy.Fingerprint, loaded.Policy.Fingerprint);
        Assert.Equal(made.System.Select(k => k.KeyId), loaded.System.Select(k => k.KeyId));
        Assert.True(loaded.Policy.IsRehearsal);
        Assert.StartsWith("rehearsal", loaded.Policy.Origin, StringComparison.Ordinal);
        Assert.Throws<IOException>(() => RehearsalKeys.Create(folder, RecordSuite.Dual, "county-hall", Signers.From, Signers.To));
        File.Delete(Path.Combine(folder, "station-sm2-sm3.pem"));
        Assert.False(RehearsalKeys.TryLoad(folder, out _));
    }

    private static (int Exit, string Output, string Error) Run(params string[] args)
    {
        using StringWriter output = new(), error = new();
        return (CommandLine.Run(args, output, error), output.ToString(), error.ToString());
    }

    private string At(string name) => Path.Combine(_out, name);

    private void Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllBytes(At(name), bytes);
    }
}
