using System.CommandLine;
using System.Globalization;
using System.IO.Pipelines;
using AdminOrders.Core.Storage.Export;
using AdminOrders.Core.Text;
using AdminOrders.Web.Features.Orders.List;

namespace AdminOrders.Web.Cli;

/// <summary><c>export FILE [--list QUERY] [--per-order] [--zone ZONE] [--language LANGUAGE] [--force]</c></summary>
internal static class ExportCommand
{
    private static readonly string[] Languages = ["en", "es", "pt"];

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = Texts.Cli_ExportFile };
        var list = new Option<string>("--list") { Description = Texts.Cli_ExportList, DefaultValueFactory = _ => "" };
        var perOrder = new Option<bool>("--per-order") { Description = Texts.Cli_ExportPerOrder };
        var zone = new Option<string>("--zone") { Description = Texts.Cli_ExportZone, DefaultValueFactory = _ => TimeZoneInfo.Utc.Id };
        zone.Validators.Add(told =>
        {
            if (!TimeZoneInfo.TryFindSystemTimeZoneById(told.GetValueOrDefault<string>(), out _))
            {
                told.AddError(CommandLine.Format(Texts.Cli_ExportZoneUnknown, told.GetValueOrDefault<string>()));
            }
        });
        var language = new Option<string>("--language") { Description = Texts.Cli_ExportLanguage, DefaultValueFactory = _ => Languages[0] };
        language.AcceptOnlyFromAmong(Languages);
        var force = new Option<bool>("--force") { Description = Texts.Cli_ExportForce };
        var command = new Command("export", Texts.Cli_Export) { file, list, perOrder, zone, language, force };
        command.SetAction((parsed, cancellationToken) => Run(
            CallersFile.Place(parsed.GetRequiredValue(file)),
            parsed.GetValue(force) ? FileMode.Create : FileMode.CreateNew,
            new(
                OrderListQuery.Parse("?" + parsed.GetValue(list)),
                parsed.GetValue(perOrder) ? ExportRows.PerOrder : ExportRows.PerSku,
                TimeZoneInfo.FindSystemTimeZoneById(parsed.GetRequiredValue(zone)),
                CultureInfo.GetCultureInfo(parsed.GetRequiredValue(language))),
            cancellationToken));
        return command;
    }

    private static async Task<int> Run(string file, FileMode mode, Wish wish, CancellationToken cancellationToken)
    {
        if (mode is FileMode.CreateNew && File.Exists(file))
        {
            return await CommandLine.Say(CommandLine.Failure, CommandLine.Format(Texts.Cli_ExportExists, file));
        }

        await using var app = await CommandServices.Find(mayBeOlder: false, cancellationToken);
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await using var stream = new FileStream(file, mode, FileAccess.Write);
        var request = new ExportRequest(wish.List.ToFilter(text: null, wish.Zone, now), wish.Rows, wish.Zone, wish.Language) { IsPersonal = true };
        var orders = await app.Services.GetRequiredService<OrderExport>().WriteCsv(request, PipeWriter.Create(stream), cancellationToken: cancellationToken);
        await Console.Out.WriteLineAsync(CommandLine.Format(Texts.Cli_ExportDone, file, orders));
        return CommandLine.Success;
    }

    private sealed record Wish(OrderListQuery List, ExportRows Rows, TimeZoneInfo Zone, CultureInfo Language);
}
