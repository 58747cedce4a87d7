using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.IO.Pipelines;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage.Export;
using AdminOrders.Core.Text;
using AdminOrders.Web.Features.Orders.List;

namespace AdminOrders.Web.Cli;

/// <summary><c>export FILE [--list QUERY] [--search TEXT] [--format csv|xlsx] [--columns NAMES] [--per-order] [--zone ZONE] [--language LANGUAGE] [--force]</c>; FILE <c>-</c>: standard output.</summary>
internal static class ExportCommand
{
    private const string StandardOutput = "-";
    private static readonly Actor Caller = new(Side.System, PastExports.CommandLine, "");
    private static readonly string[] Languages = ["en", "es", "pt"];
    private static readonly string[] Formats = ["csv", "xlsx"];

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = Texts.Cli_ExportFile };
        var list = new Option<string>("--list") { Description = Texts.Cli_ExportList, DefaultValueFactory = _ => "" };
        var search = new Option<string>("--search") { Description = Texts.Cli_ExportSearch };
        var format = new Option<string>("--format") { Description = Texts.Cli_ExportFormat };
        format.AcceptOnlyFromAmong(Formats);
        var columns = new Option<string>("--columns") { Description = Texts.Cli_ExportColumns };
        columns.Validators.Add(RefuseUnknownColumns);
        var perOrder = new Option<bool>("--per-order") { Description = Texts.Cli_ExportPerOrder };
        var zone = new Option<string>("--zone") { Description = Texts.Cli_ExportZone, DefaultValueFactory = _ => TimeZoneInfo.Utc.Id };
        zone.Validators.Add(RefuseUnknownZone);
        var language = new Option<string>("--language") { Description = Texts.Cli_ExportLanguage, DefaultValueFactory = _ => Languages[0] };
        language.AcceptOnlyFromAmong(Languages);
        var force = new Option<bool>("--force") { Description = Texts.Cli_ExportForce };
        var command = new Command("export", Texts.Cli_Export) { file, list, search, format, columns, perOrder, zone, language, force };
        command.SetAction((parsed, cancellationToken) => Run(
            parsed.GetRequiredValue(file),
            parsed.GetValue(force) ? FileMode.Create : FileMode.CreateNew,
            new(
                OrderListQuery.Parse("?" + parsed.GetValue(list)),
                parsed.GetValue(search),
                IsWorkbook(parsed.GetValue(format), parsed.GetRequiredValue(file)) ? ExportFormat.Xlsx : ExportFormat.Csv,
                parsed.GetValue(columns) is { } names ? NamesIn(names).ToHashSet(StringComparer.Ordinal) : null,
                parsed.GetValue(perOrder) ? ExportRows.PerOrder : ExportRows.PerSku,
                TimeZoneInfo.FindSystemTimeZoneById(parsed.GetRequiredValue(zone)),
                CultureInfo.GetCultureInfo(parsed.GetRequiredValue(language))),
            cancellationToken));
        return command;
    }

    // The file's name says it where nobody does.
    private static bool IsWorkbook(string? format, string file) =>
        format is null ? Path.GetExtension(file).Equals(".xlsx", StringComparison.OrdinalIgnoreCase) : format == Formats[1];

    private static string[] NamesIn(string names) => names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static void RefuseUnknownColumns(OptionResult told)
    {
        var names = NamesIn(told.GetValueOrDefault<string>() ?? "");
        var unknown = names.Except(OrderExport.Choices.Select(column => column.Name), StringComparer.Ordinal).ToList();
        if (unknown.Count > 0 || names.Length == 0)
        {
            told.AddError(CommandLine.Format(Texts.Cli_ExportColumnUnknown, string.Join(", ", unknown), string.Join(", ", OrderExport.Choices.Select(column => column.Name))));
        }
    }

    private static void RefuseUnknownZone(OptionResult told)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(told.GetValueOrDefault<string>() ?? "", out _))
        {
            told.AddError(CommandLine.Format(Texts.Cli_ExportZoneUnknown, told.GetValueOrDefault<string>() ?? ""));
        }
    }

    private static async Task<int> Run(string file, FileMode mode, Wish wish, CancellationToken cancellationToken)
    {
        var place = CallersFile.Place(file);
        if (file != StandardOutput && mode is FileMode.CreateNew && File.Exists(place))
        {
            return await CommandLine.Say(CommandLine.Failure, CommandLine.Format(Texts.Cli_ExportExists, place));
        }

        await using var app = await CommandServices.Find(mayBeOlder: false, cancellationToken);
        if (file == StandardOutput)
        {
            await using var output = Console.OpenStandardOutput();
            var sent = await Write(app, wish, output, cancellationToken);
            return await CommandLine.Say(CommandLine.Success, CommandLine.Format(Texts.Cli_ExportDone, file, sent));
        }

        var orders = await WriteFile(app, wish, place, mode, cancellationToken);
        await Console.Out.WriteLineAsync(CommandLine.Format(Texts.Cli_ExportDone, place, orders));
        return CommandLine.Success;
    }

    // Under its own name it is whole: what is cut off leaves nothing that looks like a file of all orders.
    private static async Task<long> WriteFile(WebApplication app, Wish wish, string place, FileMode mode, CancellationToken cancellationToken)
    {
        var part = $"{place}.part";
        try
        {
            long orders;
            await using (var stream = new FileStream(part, FileMode.Create, FileAccess.Write))
            {
                orders = await Write(app, wish, stream, cancellationToken);
            }

            File.Move(part, place, overwrite: mode is FileMode.Create);
            return orders;
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static async Task<long> Write(WebApplication app, Wish wish, Stream stream, CancellationToken cancellationToken)
    {
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var request = new ExportRequest(wish.List.ToFilter(wish.Search, wish.Zone, now), wish.Rows, wish.Zone, wish.Language)
        {
            Format = wish.Format,
            Columns = wish.Columns,
            IsPersonal = true,
        };
        var output = PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true));
        var export = new ExportWish(wish.List.Lasting.Dated(wish.Zone, now).ToQueryString(), wish.Search, request);
        var orders = await app.Services.GetRequiredService<PastExports>().Send(export, Caller, id: null, output, cancellationToken);
        await output.CompleteAsync();
        return orders;
    }

    private sealed record Wish(
        OrderListQuery List, string? Search, ExportFormat Format, IReadOnlySet<string>? Columns, ExportRows Rows, TimeZoneInfo Zone, CultureInfo Language);
}
