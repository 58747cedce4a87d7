using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;

namespace AdminOrders.Web.Cli;

/// <summary>What the executable does instead of serving when it is called with a command.</summary>
internal static class CommandLine
{
    public const int Success = 0;
    public const int Failure = 1;
    public const int WrongUsage = 2;
    public const int Stopped = 130;

    /// <summary>Whether the arguments are a command: they begin with a word, or ask for help or the version. Everything else is the server's.</summary>
    public static bool Asks(string[] args) => args is [var first, ..] && (!first.StartsWith('-') || first is "-h" or "-?" or "--help" or "--version");

    /// <summary>Runs the command. 0: done; 1: not or not wholly done; 2: called wrongly; 130: stopped. What went wrong stands on standard error.</summary>
    public static async Task<int> Run(string[] args)
    {
        var command = new RootCommand(Texts.Cli_Description) { ImportCommand.Create(), ExportCommand.Create(), SeedCommand.Create(), UsersCommand.Create(), KeysCommand.Create(), CustomerLinksCommand.Create(), VerifyCommand.Create(), CopyCommand.Create(), BackupCommand.Create(), RestoreCommand.Create(), ChannelsCommand.Create() };
        var parsed = command.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return await Say(WrongUsage, $"{parsed.Errors[^1].Message} {Texts.Cli_SeeHelp}");
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            return await Say(Stopped, Texts.Cli_Stopped);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DbException or StoreUnusableException)
        {
            return await Say(Failure, exception.Message);
        }
    }

    /// <summary>Says a line on standard error and gives back the code.</summary>
    public static async Task<int> Say(int code, string line)
    {
        await Console.Error.WriteLineAsync(line);
        return code;
    }

    /// <summary>A text with values in it, as the caller's culture writes them.</summary>
    public static string Format(string text, params object[] values) => string.Format(CultureInfo.CurrentCulture, text, values);
}
