using System.Globalization;
using AdminOrders.Tests.Support;
using AdminOrders.Trials.Crashes;
using Xunit.Abstractions;

namespace AdminOrders.Tests.Trials;

/// <summary>
/// The real server is killed (-9) under load, with effects on. <c>ADMINORDERS_CRASHES</c> says how often; the figures are in the test's output.
/// </summary>
[Collection(nameof(Alone))]
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int KillsOnPostgres = 20;

    private static int Kills => int.TryParse(
        Environment.GetEnvironmentVariable("ADMINORDERS_CRASHES"), NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : CrashRun.Kills;

    [Theory]
    [EveryEngine]
    public async Task What_was_answered_is_there_once_after_every_crash(Engine engine)
    {
        await using var places = new CrashPlaces(engine);

        var (kills, atOnce) = engine is Engine.Sqlite
            ? (Kills, Environment.ProcessorCount)
            : (Kills * KillsOnPostgres / CrashRun.Kills, Math.Max(1, Environment.ProcessorCount / 2));
        var figures = await CrashRun.Run(CrashPlaces.Server, kills, places.Next, atOnce);
        output.WriteLine($"{engine}\n{figures}");

        Assert.Empty(figures.Faults);
        Assert.Equal((0, 0), (figures.Lost, figures.Doubled));
        Assert.Empty(figures.Missed);
        Assert.True(figures.Rate >= CrashFigures.LeastRate, $"{figures.Rate} commands a second");
        Assert.True(figures.ShareInFlight >= CrashFigures.LeastShareInFlight, $"{figures.ShareInFlight:P0} of the kills hit a command in flight");
        Assert.True(figures.MailsDone > figures.Rounds, $"{figures.MailsDone} mails went out");
        Assert.True(figures.PaymentsDone > figures.Rounds, $"{figures.PaymentsDone} debts were settled");
        Assert.Equal(0, figures.PaymentsOwed);
        Assert.True(figures.ChannelsDone > figures.Rounds, $"Amazon was told of {figures.ChannelsDone} cancellations");
        Assert.Equal(0, figures.ChannelsOwed);
        Assert.True(figures.SellersDone > figures.Rounds, $"sellers answered {figures.SellersDone} times");
        Assert.Equal(0, figures.SellersOwed);
        Assert.True(figures.Notified > figures.Rounds / 4, $"{figures.Notified} notifications were acknowledged");
        Assert.True(figures.SalesCanceled >= figures.Rounds / 20, $"{figures.SalesCanceled} orders were canceled on Amazon");
    }
}

/// <summary>Tests that measure: no other test of this project runs beside them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>Databases and mail folders for crashes; they go away with it.</summary>
internal sealed class CrashPlaces(Engine engine) : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("adminorders-crashes-");
    private readonly Lock gate = new();
    private readonly List<TestDatabase> databases = [];

    /// <summary>The server's program, as it lies beside the tests.</summary>
    public static string Server { get; } = Path.Combine(AppContext.BaseDirectory, "AdminOrders.Web.dll");

    public async Task<CrashSite> Next(int number)
    {
        var database = await TestDatabase.Create(engine);
        lock (gate)
        {
            databases.Add(database);
        }

        return new(
            new(database.Provider, database.ConnectionString + ";Pooling=False"), Path.Combine(folder.FullName, number.ToString(CultureInfo.InvariantCulture)));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in databases)
        {
            await database.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }
}
