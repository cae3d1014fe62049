using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using VotingHall.Simulator;

// votinghall-simulator: keypads and bridges of a hall in real time. Exit 0 ended by a signal, 1 files wrong, 2 wrong arguments.
SimulatorOptions? options = SimulatorOptions.Read(args);
if (options is null)
{
    Console.Error.WriteLine(SimulatorOptions.Usage);
    return 2;
}
List<ScriptProblem> problems = [];
SimulatorScript? script = null;
AttendancePlan? attendance = null;
HallPlan? plan;
try
{
    plan = HallPlan.Read(options.Meeting, options.Lines, problems);
    if (plan is not null && options.Script is not null)
    {
        ScriptReader reader = new(options.Script, [.. plan.Seats.Select(seat => seat.Seat)], [.. plan.Lines.Select(line => line.Id)]);
        script = reader.Read();
        problems.AddRange(reader.Problems);
    }
    if (plan is not null && options.Attend is not null)
    {
        AttendanceReader reader = new(options.Attend, [.. plan.Seats.Select(seat => seat.Seat)]);
        attendance = reader.Read();
        problems.AddRange(reader.Problems);
    }
}
catch (IOException error)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
if (plan is null || problems.Count > 0)
{
    foreach (ScriptProblem problem in problems)
        Console.Error.WriteLine(problem);
    return 1;
}
using Venue venue = new(plan, options.Seed ?? script?.Seed ?? attendance?.Seed ?? 1);
Directory.CreateDirectory(options.Keys);
Commissioning.Write(options.Keys, venue.Gb, venue.Keypads);
List<IBridgeEndpoint> endpoints = [];
try
{
    foreach (IReadOnlyList<PlannedLine> lines in plan.Bridges)
        endpoints.Add(Open(lines[0], options.LinesFolder));
    using CancellationTokenSource stop = new();
    using PosixSignalRegistration term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
    using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
    void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        stop.Cancel();
    }
    Console.WriteLine($"ready: {venue.Keypads.Count} keypads at {string.Join(", ", endpoints.Select(endpoint => endpoint.Name))}");
    IVenueRun? run = script is not null ? new ScriptRun(venue, script, KillServer)
        : attendance is not null ? new AttendanceRun(venue.Bridges, [.. plan.Seats.Select(seat => (seat.Seat, venue.PlaceOf(seat.Seat)))], attendance, Console.WriteLine)
        : null;
    new PacedVenue(venue, endpoints, run, TimeProvider.System).Run(stop.Token);
    return 0;
}
catch (Exception error) when (error is IOException or SocketException or FormatException or System.ComponentModel.Win32Exception)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
finally
{
    foreach (IBridgeEndpoint endpoint in endpoints)
        endpoint.Dispose();
}

static IBridgeEndpoint Open(PlannedLine line, string? linesFolder) => line.Kind switch
{
    "inproc" when linesFolder is not null => new PtyEndpoint(Path.Combine(linesFolder, line.Address)),
    "tty" => new PtyEndpoint(line.Address),
    "tcp" => SocketEndpoint.Tcp(line.Address),
    "unix" => SocketEndpoint.Unix(line.Address),
    _ => throw new IOException($"{line.Id}: a line of kind {line.Kind} lives inside the server; --lines-folder gives it a serial port."),
};

void KillServer()
{
    if (options.ServerPidFile is not { } file || !File.Exists(file)
        || !int.TryParse(File.ReadAllText(file).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int pid))
    {
        Console.Error.WriteLine("killServer: no process id to be had.");
        return;
    }
    try
    {
        Process.GetProcessById(pid).Kill();
        Console.WriteLine("fault: the server was killed");
    }
    catch (ArgumentException)
    {
        Console.Error.WriteLine("killServer: the process is gone already.");
    }
}
