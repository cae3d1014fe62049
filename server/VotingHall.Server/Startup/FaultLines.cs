namespace VotingHall.Server.Startup;

/// <summary>网页服务的日志: only faults, as lines of the hall; the hall's own lines stay readable.</summary>
internal sealed class FaultLines(Action<string> said) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Line(categoryName, said);

    public void Dispose()
    {
        // Nothing is held.
    }

    private sealed class Line(string category, Action<string> said) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                said($"网页服务故障 / web fault: {category}: {formatter(state, exception)}" + (exception is null ? "" : Environment.NewLine + exception));
        }
    }
}
