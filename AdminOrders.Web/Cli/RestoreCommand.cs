using System.CommandLine;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Backups;
using AdminOrders.Core.Text;

namespace AdminOrders.Web.Cli;

/// <summary><c>restore FILE [--yes] [--new]</c></summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = Texts.Cli_RestoreFile };
        var yes = new Option<bool>("--yes") { Description = Texts.Cli_RestoreYes };
        var isNew = new Option<bool>("--new") { Description = Texts.Cli_RestoreNew };
        var command = new Command("restore", Texts.Cli_Restore) { file, yes, isNew };
        command.SetAction((parsed, cancellationToken) => Run(
            parsed.GetRequiredValue(file), parsed.GetValue(yes), parsed.GetValue(isNew), cancellationToken));
        return command;
    }

    private static async Task<int> Run(string named, bool mayReplace, bool mayMake, CancellationToken cancellationToken)
    {
        if (CallersFile.Find(named) is not { } file)
        {
            return await CommandLine.Say(CommandLine.WrongUsage, CommandLine.Format(Texts.Cli_NoSuchFile, named));
        }

        await using var app = CommandServices.Build();
        var source = app.Services.GetRequiredService<StoreSource>();
        if (!mayMake && !await app.Services.HasStorage(cancellationToken))
        {
            return await CommandLine.Say(CommandLine.Failure, CommandLine.Format(Texts.Cli_RestoreMissing, source.Place));
        }

        var time = app.Services.GetRequiredService<TimeProvider>();
        if (source.Backups(time) is not { } backups)
        {
            return await CommandLine.Say(CommandLine.Failure, Texts.Cli_BackupByPostgres);
        }

        await app.Services.MigrateStorage(cancellationToken);
        var (backup, current) = (backups.Read(file), backups.Current());
        if (!current.IsEmpty && !mayReplace)
        {
            return await CommandLine.Say(CommandLine.Failure, CommandLine.Format(
                Texts.Cli_RestoreNotEmpty, current.Orders, current.Position, backup.Orders, backup.Position));
        }

        var restored = await backups.Restore(file, new BackupConsole(Console.Error, time), cancellationToken);
        await Console.Out.WriteLineAsync(Summary(file, restored));
        return CommandLine.Success;
    }

    private static string Summary(string file, Restored restored)
    {
        var done = CommandLine.Format(
            Texts.Cli_RestoreDone, file, restored.Content.Orders, restored.Content.HistoryRows, restored.Content.Position, restored.ContinuesBehind);
        return restored.KeptFile is { } kept ? $"{done}{Environment.NewLine}{CommandLine.Format(Texts.Cli_RestoreKept, kept)}" : done;
    }
}
