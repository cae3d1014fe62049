using System.Text;
using VotingHall.Papers;

// votinghall-papers               answers one JSON line on standard output for each on standard input, until it ends
// votinghall-papers REQUEST       answers this one request (JSON); exit 0 done, 1 refused
// votinghall-papers certificate --record FILE --out FILE --printed-at TIME [--qr TEXT] [--digest HEX] [--copy N --copies N]
// votinghall-papers fonts | check TEXT | glyphs TEXT

UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
PaperWorker worker = new(FontShelf.Folders(Environment.GetEnvironmentVariable(FontShelf.FolderVariable)), NativeLibraries.Needed);
using StreamWriter output = new(Console.OpenStandardOutput(), utf8) { AutoFlush = true, NewLine = "\n" };

if (args.Length > 0)
{
    (string? request, string? problem) = CommandLine.Request(args);
    if (request is null)
    {
        Console.Error.WriteLine(problem);
        return 2;
    }
    string answer = worker.Answer(request);
    output.WriteLine(answer);
    return answer.StartsWith("{\"ok\":true", StringComparison.Ordinal) ? 0 : 1;
}

using StreamReader input = new(Console.OpenStandardInput(), utf8);
while (input.ReadLine() is string line)
    if (line.Length > 0)
        output.WriteLine(worker.Answer(line));
return 0;
