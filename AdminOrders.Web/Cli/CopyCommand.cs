using System.CommandLine;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Copying;
using AdminOrders.Core.Text;
using AdminOrders.Web.Features.Account;
using AdminOrders.Web.Shell;

namespace AdminOrders.Web.Cli;

/// <summary><c>copy --from CONNECTION --to CONNECTION</c></summary>
internal static class CopyCommand
{
    public static Command Create()
    {
        var from = new Option<string>("--from") { Description = Texts.Cli_CopyFrom, Required = true };
        var to = new Option<string>("--to") { Description = Texts.Cli_CopyTo, Required = true };
        var command = new Command("copy", Texts.Cli_Copy) { from, to };
        command.SetAction((parsed, cancellationToken) => Run(parsed.GetRequiredValue(from), parsed.GetRequiredValue(to), cancellationToken));
        return command;
    }

    private static async Task<int> Run(string from, string to, CancellationToken cancellationToken)
    {
        // Neither is the configured store, which this command does not open.
        var host = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = Installation.ContentRoot });
        var root = host.Environment.ContentRootPath;
        await using var source = StoreSource.Recognize(from, root);
        await using var target = StoreSource.Recognize(to, root);
        var console = new CopyConsole(Console.Error, TimeProvider.System);
        var result = await new StoreCopy(source, target, TimeProvider.System).Run(console, cancellationToken);
        if (result is not Copied copied)
        {
            return await CommandLine.Say(CommandLine.Failure, CopyConsole.Obstacle(result));
        }

        foreach (var line in console.Lines(copied, CookieKeys.Copy(source, target, host.Configuration)))
        {
            await Console.Out.WriteLineAsync(line);
        }

        return CommandLine.Success;
    }
}
