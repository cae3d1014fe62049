namespace VotingHall.Link;

/// <summary>下行载荷: payload of one kind from the server; each record also has a total <c>TryParse</c> of exactly its own bytes.</summary>
public interface IDownPayload
{
    DownKind Kind { get; }

    /// <summary>The payload bytes, without header and tag.</summary>
    /// <exception cref="ArgumentException">A field has a wrong length; a sender refuses to build it.</exception>
    byte[] Write();
}

/// <summary>上行载荷: payload (plaintext in class S) of one kind from a keypad.</summary>
public interface IUpPayload
{
    byte[] Write();
}
