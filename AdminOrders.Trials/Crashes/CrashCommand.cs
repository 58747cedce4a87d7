using System.CommandLine;
using System.Globalization;
using AdminOrders.Trials.Stores;

namespace AdminOrders.Trials.Crashes;

/// <summary><c>crash</c>: kills real servers under load and says what became of what they had answered.</summary>
internal static class CrashCommand
{
    public static Command Build()
    {
        var server = new Option<FileInfo>("--server") { Description = "The built AdminOrders.Web.dll.", Required = true };
        var kills = new Option<int>("--kills") { Description = "Kills in all.", DefaultValueFactory = _ => CrashRun.Kills };
        var folder = new Option<DirectoryInfo>("--folder") { Description = "For stores and mails; it is kept.", Required = true };
        var store = new StoreOptions();
        store.Connection.Required = false;
        store.Connection.Description = "The connection string, {number} in it the number of the store; left out: SQLite files in the folder.";
        var command = new Command("crash", "Kill servers under load.") { server, kills, folder, store.Provider, store.Connection };
        command.SetAction((parsed, cancellationToken) => Run(
            parsed.GetRequiredValue(server).FullName,
            parsed.GetValue(kills),
            number => Site(number, parsed.GetRequiredValue(store.Provider), parsed.GetValue(store.Connection), parsed.GetRequiredValue(folder).FullName),
            cancellationToken));
        return command;
    }

    private static async Task<int> Run(string program, int kills, Func<int, CrashSite> site, CancellationToken cancellationToken)
    {
        var figures = await CrashRun.Run(program, kills, number => Task.FromResult(site(number)), Environment.ProcessorCount, cancellationToken);
        Console.WriteLine(figures);
        foreach (var fault in figures.Faults)
        {
            Console.WriteLine($"  {fault}");
        }

        foreach (var limit in figures.Missed)
        {
            Console.WriteLine($"  limit missed: {limit}");
        }

        return figures.Faults.Count == 0 && figures.Missed.Count == 0 ? 0 : 1;
    }

    private static CrashSite Site(int number, string provider, string? connection, string folder)
    {
        var name = number.ToString(CultureInfo.InvariantCulture);
        var own = Path.Combine(folder, name);
        var named = connection?.Replace("{number}", name, StringComparison.Ordinal) ?? $"Data Source={Path.Combine(own, "orders.db")}";
        return new(new StoreAddress(provider, named), Path.Combine(own, "mails"));
    }
}
