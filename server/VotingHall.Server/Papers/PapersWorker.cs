using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VotingHall.Server.Papers;

/// <summary>
/// 印制进程: the worker that loads fonts and native libraries, a process of its own: one JSON request a line, one answer a line. A worker that
/// died or does not answer in time is replaced and the request asked once more; a second failure is a fault. Source: design.md, PDF.
/// </summary>
public sealed class PapersWorker : IDisposable
{
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(60);

    private readonly string program;
    private readonly Lock oneAtATime = new();
    private Process? worker;

    /// <param name="program">Path of votinghall-papers.dll.</param>
    public PapersWorker(string program) => this.program = program;

    /// <summary>The worker copied beside the server.</summary>
    public static PapersWorker BesideServer() => new(Path.Combine(AppContext.BaseDirectory, "papers", "votinghall-papers.dll"));

    /// <summary>Asks and waits for the answer object (<c>ok</c> true or false).</summary>
    /// <exception cref="PapersFault">The worker cannot be started, died twice or did not answer.</exception>
    public JsonObject Ask(JsonObject request)
    {
        lock (oneAtATime)
        {
            for (int attempt = 1; ; attempt++)
            {
                if (TryAsk(request) is { } answer)
                    return answer;
                Stop();
                if (attempt == 2)
                    throw new PapersFault("印制进程没有应答，请联系技术人员。", "The papers worker does not answer; call the technician.");
            }
        }
    }

    public void Dispose()
    {
        lock (oneAtATime)
            Stop();
    }

    private JsonObject? TryAsk(JsonObject request)
    {
        Process running = worker ??= Start();
        try
        {
            running.StandardInput.WriteLine(request.ToJsonString());
            running.StandardInput.Flush();
            using CancellationTokenSource late = new(AnswerTime);
            string? line = running.StandardOutput.ReadLineAsync(late.Token).AsTask().GetAwaiter().GetResult();
            return line is null ? null : JsonNode.Parse(line) as JsonObject;
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException or JsonException)
        {
            return null;
        }
    }

    private Process Start()
    {
        ProcessStartInfo start = new("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(program);
        return Process.Start(start) ?? throw new PapersFault("无法启动印制进程。", "The papers worker cannot be started.");
    }

    private void Stop()
    {
        if (worker is null)
            return;
        if (!worker.HasExited)
            worker.Kill();
        worker.Dispose();
        worker = null;
    }
}

/// <summary>印制故障: the worker failed; nothing was printed or changed.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1710", Justification = "Fault is the field's word: refusal, fault, bug.")]
public sealed class PapersFault(string chinese, string english) : Exception(english)
{
    public string Chinese { get; } = chinese;

    public string English => Message;
}
