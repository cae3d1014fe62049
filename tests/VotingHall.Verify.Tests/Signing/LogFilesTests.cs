using System.Text;
using VotingHall.Signing;
using Xunit;

namespace VotingHall.Verify.Tests;

/// <summary>Checkpoints, proofs and the exported log: one text for one content, and no changed text passes.</summary>
public class LogFilesTests
{
    [Theory]
    [InlineData("intl")]
    [InlineData("cn")]
    [InlineData("dual")]
    public void A_checkpoint_is_read_back_and_good_with_its_witness(string name)
    {
        RecordSuite suite = Signers.Suite(name);
        RehearsalKeys keys = Signers.Of(suite);
        CheckpointNote note = CheckpointNote.Sign(Signers.HeadOf(Signers.TreeOf(suite, 5)), keys.System);
        CheckpointNote witnessed = note.With(CheckpointNote.Sign(note.Head, keys.Station, CheckpointCheck.Witness));
        foreach (CheckpointNote each in new[] { note, witnessed })
        {
            Assert.True(CheckpointNote.TryRead(each.Write(), suite, out CheckpointNote? read));
            Assert.True(CheckpointCheck.IsGood(read, keys.Policy));
        }
        Assert.Equal(name == "dual", note.Write().Contains("\nsm3 ", StringComparison.Ordinal));
        Assert.False(CheckpointCheck.IsGood(CheckpointNote.Sign(note.Head, keys.Station), keys.Policy));
        Assert.False(CheckpointCheck.IsGood(CheckpointNote.Sign(note.Head with { Origin = "other.hall" }, keys.System), keys.Policy));
        foreach (RecordSuite other in RecordSuite.All.Where(s => s != suite))
            Assert.False(CheckpointNote.TryRead(note.Write(), other, out CheckpointNote? wrong) && CheckpointCheck.IsGood(wrong, Signers.Of(other).Policy));
    }

    [Theory]
    [InlineData("intl", 1)]
    [InlineData("dual", 61)]
    public void No_changed_checkpoint_passes(string name, int step)
    {
        RecordSuite suite = Signers.Suite(name);
        RehearsalKeys keys = Signers.Of(suite);
        byte[] file = Encoding.UTF8.GetBytes(CheckpointNote.Sign(Signers.HeadOf(Signers.TreeOf(suite, 7)), keys.System).Write());
        RequireNothingChangedPasses(
            file,
            bytes => CheckpointNote.TryRead(Encoding.UTF8.GetString(bytes), suite, out CheckpointNote? note) && CheckpointCheck.IsGood(note, keys.Policy),
            step);
    }

    [Theory]
    [InlineData("intl", 1)]
    [InlineData("dual", 61)]
    public void No_changed_proof_passes(string name, int step)
    {
        RecordSuite suite = Signers.Suite(name);
        RehearsalKeys keys = Signers.Of(suite);
        JournalTree tree = Signers.TreeOf(suite, 11);
        LogProof proof = LogProof.Of(tree, 6, Signers.LeafOf(6), CheckpointNote.Sign(Signers.HeadOf(tree), keys.System));
        Assert.True(Accepts(proof.Write()));
        RequireNothingChangedPasses(proof.Write(), Accepts, step);

        bool Accepts(byte[] bytes) => LogProof.TryRead(bytes, suite, out LogProof? read) && read.IsIncluded(suite) && CheckpointCheck.IsGood(read.Checkpoint, keys.Policy);
    }

    [Theory]
    [InlineData("intl", 1)]
    [InlineData("cn", 61)]
    public void No_changed_exported_log_passes(string name, int step)
    {
        RecordSuite suite = Signers.Suite(name);
        RehearsalKeys keys = Signers.Of(suite);
        JournalTree tree = Signers.TreeOf(suite, 4);
        byte[] file =
        [
            .. Enumerable.Range(0, 4).SelectMany(i => PublicLog.EntryLine(i, Signers.LeafOf(i))),
            .. PublicLog.CheckpointLine(CheckpointNote.Sign(Signers.HeadOf(tree), keys.System)),
        ];
        Assert.True(Accepts(file));
        RequireNothingChangedPasses(file, Accepts, step);

        bool Accepts(byte[] bytes) => PublicLog.TryRead(bytes, suite, out PublicLog? log, out _) && CheckpointCheck.IsGood(log.Checkpoint, keys.Policy);
    }

    [Fact]
    public void A_wrong_line_of_an_exported_log_is_named()
    {
        RecordSuite suite = RecordSuite.Intl;
        byte[] file = [.. PublicLog.EntryLine(0, Signers.LeafOf(0)), .. PublicLog.EntryLine(2, Signers.LeafOf(1))];
        Assert.False(PublicLog.TryRead(file, suite, out _, out int line));
        Assert.Equal(2, line);
    }

    private static void RequireNothingChangedPasses(byte[] file, Func<byte[], bool> accepts, int step)
    {
        Assert.True(accepts(file));
        Assert.Equal(0, Tampering.CountAcceptedSubstitutions(file, accepts, Tampering.IsNightly ? 1 : step));
        Assert.Equal(0, Tampering.CountAcceptedTruncations(file, accepts));
        Assert.Equal(0, Tampering.CountAcceptedInsertions(file, accepts));
    }
}
