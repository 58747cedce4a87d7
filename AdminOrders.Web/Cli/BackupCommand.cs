using System.CommandLine;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Backups;
using AdminOrders.Core.Text;

namespace AdminOrders.Web.Cli;

/// <summary><c>backup FILE [--force]</c></summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = Texts.Cli_BackupFile };
        var force = new Option<bool>("--force") { Description = Texts.Cli_BackupForce };
        var command = new Command("backup", Texts.Cli_Backup) { file, force };
        command.SetAction((parsed, cancellationToken) => Run(
            CallersFile.Place(parsed.GetRequiredValue(file)), parsed.GetValue(force) ? BackupTarget.MayBeReplaced : BackupTarget.New, cancellationToken));
        return command;
    }

    private static async Task<int> Run(string file, BackupTarget target, CancellationToken cancellationToken)
    {
        if (target is BackupTarget.New && File.Exists(file))
        {
            return await CommandLine.Say(CommandLine.Failure, CommandLine.Format(Texts.Cli_BackupExists, file));
        }

        await using var app = await CommandServices.Find(mayBeOlder: true, cancellationToken);
        var time = app.Services.GetRequiredService<TimeProvider>();
        if (app.Services.GetRequiredService<StoreSource>().Backups(time) is not { } backups)
        {
            return await CommandLine.Say(CommandLine.Failure, Texts.Cli_BackupByPostgres);
        }

        var content = backups.Save(file, target, new BackupConsole(Console.Error, time), cancellationToken);
        await Console.Out.WriteLineAsync(CommandLine.Format(
            Texts.Cli_BackupDone, file, BackupConsole.Megabytes(content), content.Orders, content.HistoryRows, content.Position));
        return CommandLine.Success;
    }
}
