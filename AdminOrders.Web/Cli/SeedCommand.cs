using System.CommandLine;
using System.Globalization;
using AdminOrders.Core.Sample;
using AdminOrders.Core.Text;

namespace AdminOrders.Web.Cli;

/// <summary><c>seed --orders N --seed S</c></summary>
internal static class SeedCommand
{
    private const int MostOrders = 100_000_000;

    public static Command Create()
    {
        var orders = new Option<int>("--orders") { Description = Texts.Cli_SeedOrders, DefaultValueFactory = _ => SampleStore.Orders };
        var seed = new Option<int>("--seed") { Description = Texts.Cli_SeedSeed, DefaultValueFactory = _ => SampleStore.Seed };
        orders.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !IsInRange(token.Value))
            {
                result.AddError(Texts.Cli_SeedOrdersRange);
            }
        });
        var command = new Command("seed", Texts.Cli_Seed) { orders, seed };
        command.SetAction((parsed, cancellationToken) => Run(parsed.GetValue(orders), parsed.GetValue(seed), cancellationToken));
        return command;
    }

    private static bool IsInRange(string orders) =>
        int.TryParse(orders, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostOrders;

    private static async Task<int> Run(int orders, int seed, CancellationToken cancellationToken)
    {
        await using var app = await CommandServices.Open(cancellationToken);
        var progress = new ImportConsole(Console.Error, app.Services.GetRequiredService<TimeProvider>());
        var result = await app.Services.GetRequiredService<SampleStore>().Add(orders, seed, progress, cancellationToken);
        await Console.Out.WriteLineAsync(progress.Summary(result));
        return result.Failed == 0 ? CommandLine.Success : CommandLine.Failure;
    }
}
