namespace VotingHall.Papers;

/// <summary>字体: the four faces of official papers (GB/T 9704). Each has a chain of families, taken for a whole text at a time.</summary>
internal enum Face
{
    /// <summary>宋体: page numbers and small print.</summary>
    Song = 1,
    /// <summary>宋体加粗: titles, figures, verdict.</summary>
    SongBold = 2,
    /// <summary>仿宋: everything in the table.</summary>
    FangSong = 3,
    /// <summary>黑体: labels and table heads; also the keypad display.</summary>
    Hei = 4,
}

/// <summary>字体文件: one font file, the family name inside it and the package that brings it.</summary>
internal sealed record FontFile(string FileName, string Family, int Weight, string Install);
