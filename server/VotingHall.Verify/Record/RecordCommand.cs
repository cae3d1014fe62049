using VotingHall.Signing;

namespace VotingHall.Verify;

/// <summary>命令 record: reads files, checks, prints. A file that is missing or cannot be read is exit 2, never a stack trace.</summary>
public static class RecordCommand
{
    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        if (!RecordArguments.TryRead(args, out RecordArguments? arguments, out string wrong))
        {
            error.WriteLine("参数有误或缺少 / wrong or missing argument: " + wrong);
            return CommandLine.CannotDecide;
        }
        try
        {
            string directory = Path.GetDirectoryName(Path.GetFullPath(arguments.File)) ?? ".";
            string policyFile = arguments.Policy ?? Path.Combine(directory, "..", "policy", RehearsalKeys.PolicyFileName);
            string proofFile = arguments.Proof ?? LogProof.FileNameOf(Path.GetFullPath(arguments.File));
            RecordInputs inputs = new(
                File.ReadAllBytes(arguments.File),
                Read(policyFile, isRequired: arguments.Policy is not null),
                arguments.Policy is not null,
                Read(proofFile, isRequired: arguments.Proof is not null),
                arguments.Journal is string journal ? Read(journal, isRequired: true) : null,
                arguments.Qr);
            RecordReport report = RecordCheck.Run(inputs);
            if (arguments.Json)
                output.WriteLine(RecordPrint.Json(report));
            else
                RecordPrint.Text(report, arguments.File, output);
            return report.ExitCode;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // The process edge: what the system says about a file is all there is to say.
            if (arguments.Json)
                output.WriteLine(RecordPrint.Json(RecordPrint.Unreadable(e.Message)));
            error.WriteLine("无法读取文件，不能判定 / cannot read a file, cannot decide: " + e.Message);
            return CommandLine.CannotDecide;
        }
    }

    private static byte[]? Read(string file, bool isRequired) => isRequired || File.Exists(file) ? File.ReadAllBytes(file) : null;
}
