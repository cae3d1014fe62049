namespace VotingHall.Papers;

/// <summary>报告单文件: envelope in, PDF out; written beside the target and renamed, an existing paper is never overwritten.</summary>
internal sealed class CertificatePaper(FontShelf shelf)
{
    internal (MadePaper? Made, Refusal? Refusal) Make(CertificateRequest request)
    {
        List<string> problems = [];
        if (!Envelope.TryRead(request.Envelope, problems, out Envelope? envelope) || envelope is null)
            return (null, Unreadable(problems));
        if (RecordReader.Read(envelope.Payload, problems) is not RecordPayload record)
            return (null, Unreadable(problems));
        if (Digest(request, record, envelope) is not string digest)
            return (null, new Refusal("digestWrong", "记录摘要与记录不符，或国密记录未附摘要。", "the digest is not that of the record, or is missing for suite cn"));
        Printing printing = new(digest, envelope.KeyIds, request.Qr, request.Copy, request.Copies, request.Printing, request.PrintedAt);
        CertificateSheet sheet = CertificateForm.Of(record, printing);
        List<string> missing = [.. sheet.Texts.SelectMany(text => shelf.Unprintable(text.Text, text.Face)).Distinct()];
        if (missing.Count > 0)
            return (null, CharacterCheck.Refuse(missing));
        return Write(sheet, request, envelope);
    }

    private (MadePaper? Made, Refusal? Refusal) Write(CertificateSheet sheet, CertificateRequest request, Envelope envelope)
    {
        string target = Path.GetFullPath(request.Out);
        string? folder = Path.GetDirectoryName(target);
        if (File.Exists(target))
            return (null, new Refusal("outExists", "文件已存在，不覆盖：" + target, "file exists and is not overwritten: " + target));
        if (folder is null || !Directory.Exists(folder))
            return (null, new Refusal("outFolderMissing", "没有这个文件夹：" + folder, "no such folder: " + folder));
        DirectoryInfo work = Directory.CreateTempSubdirectory("votinghall-papers-");
        string partial = Path.Combine(folder, $".{Path.GetFileName(target)}.{Environment.ProcessId}.partial");
        try
        {
            string drawn = Path.Combine(work.FullName, "drawn.pdf");
            string recordFile = Path.Combine(work.FullName, "record.json");
            (int pages, Refusal? refusal) = new SheetPrinter(sheet, shelf, request.PrintedAt).Print(drawn);
            if (refusal is not null)
                return (null, refusal);
            File.WriteAllBytes(recordFile, envelope.File);
            refusal = Qpdf.Finish(drawn, recordFile, partial, work.FullName, request.PrintedAt);
            if (refusal is not null)
                return (null, refusal);
            string sha256 = Flush(partial);
            File.Move(partial, target, overwrite: false);
            return (new MadePaper(sha256, pages), null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, new Refusal("cannotWrite", "无法写入文件：" + fault.Message, "cannot write: " + fault.Message));
        }
        finally
        {
            File.Delete(partial);
            work.Delete(recursive: true);
        }
    }

    /// <summary>Hashes the finished file and forces it to disk before it gets its name.</summary>
    private static string Flush(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.ReadWrite);
        string sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file));
        file.Flush(flushToDisk: true);
        return sha256;
    }

    /// <summary>SHA-256 is checked here; SM3 (suite cn) belongs to the signing side, which then must say it.</summary>
    private static string? Digest(CertificateRequest request, RecordPayload record, Envelope envelope)
    {
        if (record.Suite == "cn")
            return request.Digest.Length == 64 ? request.Digest : null;
        string own = Convert.ToHexStringLower(envelope.Sha256Identity());
        return request.Digest.Length == 0 || request.Digest.Equals(own, StringComparison.OrdinalIgnoreCase) ? own : null;
    }

    private static Refusal Unreadable(List<string> problems)
    {
        const int Shown = 20;
        string all = string.Join("; ", problems.Take(Shown));
        return new Refusal("recordUnreadable", "记录不能打印：" + all, "the record cannot be printed: " + all);
    }
}

/// <summary>已成的报告单: SHA-256 of the file in hex and its pages.</summary>
internal sealed record MadePaper(string Sha256, int Pages);
