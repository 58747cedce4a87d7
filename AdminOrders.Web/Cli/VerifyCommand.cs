using System.CommandLine;
using AdminOrders.Core.Storage.Verification;
using AdminOrders.Core.Text;

namespace AdminOrders.Web.Cli;

/// <summary><c>verify [--list]</c></summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var list = new Option<bool>("--list") { Description = Texts.Cli_VerifyList };
        var command = new Command("verify", Texts.Cli_Verify) { list };
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(list) ? List() : Run(cancellationToken));
        return command;
    }

    private static async Task<int> List()
    {
        foreach (var invariant in Enum.GetValues<Invariant>())
        {
            await Console.Out.WriteLineAsync($"{Invariants.CodeOf(invariant),-26} {Invariants.SentenceOf(invariant)}");
        }

        return CommandLine.Success;
    }

    private static async Task<int> Run(CancellationToken cancellationToken)
    {
        await using var app = await CommandServices.Find(mayBeOlder: false, cancellationToken);
        var progress = new VerifyConsole(Console.Error, app.Services.GetRequiredService<TimeProvider>());
        var report = await app.Services.GetRequiredService<StoreVerification>().Run(progress, cancellationToken);
        foreach (var line in VerifyConsole.Lines(report))
        {
            await Console.Out.WriteLineAsync(line);
        }

        return report.IsClean ? CommandLine.Success : CommandLine.Failure;
    }
}
