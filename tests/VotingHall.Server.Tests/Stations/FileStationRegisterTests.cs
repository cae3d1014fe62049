using VotingHall.Link;
using VotingHall.Server.Stations;
using Xunit;

namespace VotingHall.Server.Tests.Stations;

/// <summary>The station's own folder: what it kept is there for the next run, a line torn by a power cut is as if never written, damage is not read over.</summary>
public sealed class FileStationRegisterTests : IDisposable
{
    private static readonly Digest32 Ctx = new(1, 2, 3, 4);
    private static readonly Digest32 List = new(5, 6, 7, 8);
    private readonly string root = Directory.CreateTempSubdirectory("votinghall-register-").FullName;

    private string Folder => Path.Combine(root, "station");

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Keys_and_register_are_there_for_the_next_run()
    {
        FileStationRegister register = new(Folder);
        Assert.Null(register.Keys);
        register.KeepKeys([1, 2, 3]);
        register.KeepKeys([4, 5]);
        register.HoldList(Ctx, List);
        register.KeepSpoiled(Ctx, new WireUid(9), new PressStamp(3, 11));

        FileStationRegister next = new(Folder);
        Assert.Equal([4, 5], next.Keys!);
        Assert.Equal(List, next.ListHeld(Ctx));
        Assert.Null(next.ListHeld(List));
        Assert.True(next.IsSpoiled(Ctx, new WireUid(9), new PressStamp(3, 11)));
        Assert.False(next.IsSpoiled(Ctx, new WireUid(9), new PressStamp(3, 12)));
        Assert.Equal(["keys", "register"], Directory.GetFiles(Folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_torn_line_goes_and_the_next_begins_clean()
    {
        new FileStationRegister(Folder).HoldList(Ctx, List);
        File.AppendAllText(Path.Combine(Folder, "register"), "spoiled 0102");
        new FileStationRegister(Folder).HoldList(List, Ctx);
        FileStationRegister next = new(Folder);
        Assert.Equal((List, Ctx), (next.ListHeld(Ctx), next.ListHeld(List)));
    }

    [Fact]
    public void A_whole_line_that_says_nothing_is_not_read_over()
    {
        new FileStationRegister(Folder).HoldList(Ctx, List);
        File.AppendAllText(Path.Combine(Folder, "register"), "lost\n");
        Assert.Throws<InvalidDataException>(() => new FileStationRegister(Folder));
    }

    [Fact]
    public void A_folder_that_is_gone_is_a_fault()
    {
        FileStationRegister register = new(Folder);
        Directory.Delete(Folder);
        Assert.ThrowsAny<IOException>(() => register.KeepKeys([1]));
        Assert.ThrowsAny<IOException>(() => DurableFolder.Flush(Folder));
    }
}
