using System.CommandLine;
using AdminOrders.Core.Documents;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Text;

namespace AdminOrders.Web.Cli;

/// <summary><c>import FILE|-</c></summary>
internal static class ImportCommand
{
    private const string StandardInput = "-";

    private static readonly Actor CommandLineActor = new(Side.System, ImportRules.Importer, "Import");

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = Texts.Cli_ImportFile };
        var command = new Command("import", Texts.Cli_Import) { file };
        command.SetAction((parsed, cancellationToken) => Run(parsed.GetRequiredValue(file), cancellationToken));
        return command;
    }

    private static async Task<int> Run(string file, CancellationToken cancellationToken)
    {
        if (file != StandardInput && CallersFile.Find(file) is null)
        {
            return await CommandLine.Say(CommandLine.WrongUsage, CommandLine.Format(Texts.Cli_NoSuchFile, file));
        }

        await using var documents = file == StandardInput ? Console.OpenStandardInput() : File.OpenRead(CallersFile.Find(file)!);
        await using var app = await CommandServices.Open(cancellationToken);
        var progress = new ImportConsole(Console.Error, app.Services.GetRequiredService<TimeProvider>());
        var result = await app.Services.GetRequiredService<OrderImport>().Run(documents, CommandLineActor, progress, cancellationToken);
        await Console.Out.WriteLineAsync(progress.Summary(result));
        return result.Failed == 0 ? CommandLine.Success : CommandLine.Failure;
    }
}
