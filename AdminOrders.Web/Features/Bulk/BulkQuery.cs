using System.Globalization;
using System.Text.Json;
using AdminOrders.Core.Storage.Bulk;
using AdminOrders.Web.Shell;
using AdminOrders.Web.Ui;

namespace AdminOrders.Web.Features.Bulk;

/// <summary>What an address says about a bulk job: which, and which of its orders. None of it is personal.</summary>
public sealed record BulkQuery(string JobId) : IRowsQuery<BulkQuery>
{
    private const string Path = "bulk/";

    /// <summary>Those that would meet it.</summary>
    public BulkOutcome? Forecast { get; init; }

    /// <summary>Those that have met it.</summary>
    public BulkOutcome? Outcome { get; init; }

    /// <summary>As in <see cref="BulkReader.Items"/>.</summary>
    public int From { get; init; }

    public BulkItemFilter Filter => new(Forecast, Outcome);

    /// <inheritdoc/>
    public string Address => Path + JobId + (AddressQuery.Write(Parts()) is { Length: > 0 } query ? "?" + query : "");

    /// <inheritdoc/>
    public BulkQuery WithoutPanel => this;

    /// <summary>The address of a job, relative to the base.</summary>
    public static string AddressOf(string jobId) => Path + jobId;

    /// <inheritdoc/>
    public static bool IsAddressed(string address) => address.StartsWith(Path, StringComparison.Ordinal) && address.Length > Path.Length;

    /// <inheritdoc/>
    public static BulkQuery Parse(string uri)
    {
        var query = new AddressQuery(uri);
        return new(uri.Split('?', '#')[0].Split('/')[^1])
        {
            Forecast = query.Named<BulkOutcome>("would", Name),
            Outcome = query.Named<BulkOutcome>("result", Name),
            From = int.TryParse(query.One("from"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var place) ? place : 0,
        };
    }

    private IEnumerable<(string Name, string? Value)> Parts() =>
    [
        ("would", Forecast is { } forecast ? Name(forecast) : null),
        ("result", Outcome is { } outcome ? Name(outcome) : null),
        ("from", From == 0 ? null : From.ToString(CultureInfo.InvariantCulture)),
    ];

    private static string Name(BulkOutcome outcome) => JsonNamingPolicy.KebabCaseLower.ConvertName(outcome.ToString());
}
