namespace VotingHall.Verify;

/// <summary>命令行: the two commands of the offline verifier and its help.</summary>
public static class CommandLine
{
    public const int Good = 0;
    public const int Bad = 1;
    public const int CannotDecide = 2;

    private const string Help = """
        votinghall-verify  离线验证 / offline verifier

        votinghall-verify record FILE [--policy FILE] [--proof FILE] [--journal FILE] [--qr TEXT] [--json]
            验证一份签名的表决结果记录：格式、信任策略、签名、人数要求、票数、结论、名单、日志证明。
            Checks a signed record: form, trust policy, signatures, thresholds, sums, outcome, list, log proof.
            --policy   信任策略；不给出时取记录旁 ../policy/trust-policy.json（未固定）
                       trust policy; default ../policy/trust-policy.json beside the record (unpinned)
            --proof    日志证明；不给出时取记录旁同名 .proof.json（如有）
                       log proof; default NAME.proof.json beside the record, if there
            --journal  导出的公开日志 journal/public.jsonl / exported public log
            --qr       报告单二维码的文字 / text of the certificate's code
            --json     机器可读输出 / output for machines

        votinghall-verify count FILE
            按规则重新计票 / counts cases by the rules

        退出码 / exit code: 0 有效 good, 1 无效 bad, 2 无法判定 cannot decide
        """;

    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        switch (args.FirstOrDefault())
        {
            case "record":
                return RecordCommand.Run(args[1..], output, error);
            case "count":
                return CountCommand.Run(args[1..], output, error);
            case null or "--help" or "-h" or "help":
                output.WriteLine(Help);
                return args.Length == 0 ? CannotDecide : Good;
            default:
                error.WriteLine("不认识的命令 / unknown command: " + args[0]);
                error.WriteLine(Help);
                return CannotDecide;
        }
    }
}
