using VotingHall.Bench;

// votinghall-bench: exit 0 measured, 2 no such measurement.
(string Name, Action<TextWriter> Run)[] all =
[
    ("sweep", SweepBench.Run),
    ("lamp", LampBench.Run),
    ("ack", AckBench.Run),
    ("durable", DurablePressBench.Run),
    ("record", SignedRecordBench.Run),
    ("startup", StartupBench.Run),
    ("board", BoardBench.Run),
    ("fanout", FanoutBench.Run),
    ("counting", CountingBench.Run),
];
string[] wanted = args.Length == 0 ? [.. all.Select(bench => bench.Name)] : args;
if (wanted.FirstOrDefault(name => all.All(bench => bench.Name != name)) is { } unknown)
{
    Console.Error.WriteLine($"没有这项测量 / no such measurement: {unknown}; {string.Join(", ", all.Select(bench => bench.Name))}");
    return 2;
}
Console.WriteLine($"# Measurements\n\n{Machine.Line()}\nAgain: bash tests/bench/run.sh {string.Join(' ', args)}");
foreach ((string name, Action<TextWriter> run) in all)
    if (wanted.Contains(name))
        run(Console.Out);
return 0;
