using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace AdminOrders.Core.Storage.Export;

/// <summary>Where the files of exports lie, and for how long.</summary>
/// <param name="Folder">Absolute.</param>
public sealed record ExportSettings(string Folder, TimeSpan KeptFor)
{
    private const int UsualDays = 7;
    private const int MostDays = 365;

    /// <summary>Reads <c>Exports:Folder</c> (default <c>exports</c> in the store's folder, to which a relative path is taken) and <c>Exports:KeptDays</c> (1 to 365, default 7).</summary>
    /// <exception cref="StoreUnusableException">The days are none.</exception>
    public static ExportSettings From(IConfiguration configuration, string storeFolder) => new(
        Path.GetFullPath(configuration["Exports:Folder"] is { Length: > 0 } folder ? folder : "exports", storeFolder),
        TimeSpan.FromDays(DaysOf(configuration["Exports:KeptDays"])));

    private static int DaysOf(string? told) => told is not { Length: > 0 } ? UsualDays
        : int.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= MostDays ? days
        : throw new StoreUnusableException($"Exports:KeptDays is \"{told}\"; it is a number of days from 1 to {MostDays}.");
}
