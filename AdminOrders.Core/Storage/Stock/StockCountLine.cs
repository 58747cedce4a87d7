using System.Globalization;
using System.Text;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Stock;

/// <summary>What became of a line of a file of counts; the names stand in the texts' keys.</summary>
public enum StockLineState
{
    Taken,

    /// <summary>Fewer units than orders hold, which nobody has confirmed.</summary>
    BelowReserved,

    /// <summary>It has neither the three fields of a count nor the five of what leaves quarantine.</summary>
    NotThreeFields,

    /// <summary>A SKU or a warehouse that is none.</summary>
    NoPlace,

    /// <summary>No whole number from 0 on.</summary>
    NoQuantity,

    /// <summary>An earlier line counts the same.</summary>
    Twice,

    /// <summary>It says neither <c>on-sale</c> nor <c>written-off</c>.</summary>
    NoDestination,

    /// <summary>It says not why, or at too great length.</summary>
    NoReason,

    /// <summary>Fewer units are in quarantine.</summary>
    NotInQuarantine,
}

/// <summary>A line of a file of counts: a count, or units that leave quarantine.</summary>
/// <param name="Number">In the file, from 1 on.</param>
/// <param name="Quantity">As it was written.</param>
/// <param name="State">Null: it can be taken, and has not been yet.</param>
/// <param name="Reserved">What orders hold there, or of units that leave quarantine what is in it, once it is known.</param>
public sealed record StockCountLine(int Number, string SkuId, string WarehouseId, string Quantity, StockLineState? State, long Reserved = 0)
{
    private const int ShownOfField = 120;
    private static readonly char[] Separators = [';', '\t', ','];

    /// <summary>What leaves quarantine; null: it is a count, or cannot be taken.</summary>
    public QuarantineExit? Exit { get; init; }

    internal StockCount? Count => State is null && Exit is null ? new(SkuId, WarehouseId, long.Parse(Quantity, CultureInfo.InvariantCulture)) : null;

    /// <summary>
    /// Reads <c>sku,warehouse,quantity</c>, or <c>sku,warehouse,quantity,on-sale,reason</c> (or <c>written-off</c>) for what leaves quarantine; with quotes or without;
    /// semicolons and tabs separate too.
    /// </summary>
    /// <returns>Null: an empty line, or the names of the columns.</returns>
    public static StockCountLine? Read(int number, string line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return null;
        }

        var fields = Fields(line);
        if (fields is [var place, var at, var units, var destination, var reason])
        {
            return OfExit(number, new(place, at), units, destination, reason);
        }

        if (fields is not [var sku, var warehouse, var quantity])
        {
            return new(number, Short(line), "", "", StockLineState.NotThreeFields);
        }

        var isNumber = long.TryParse(quantity, NumberStyles.None, CultureInfo.InvariantCulture, out var found);
        if (number == 1 && quantity.Length > 0 && quantity.All(char.IsLetter))
        {
            return null;
        }

        var count = new StockCount(sku, warehouse, isNumber ? found : 0);
        return new(
            number, count.IsPossible ? sku : Short(sku), count.IsPossible ? warehouse : Short(warehouse), Short(quantity),
            !new StockCount(sku, warehouse, 0).IsPossible ? StockLineState.NoPlace : !isNumber || !count.IsPossible ? StockLineState.NoQuantity : null);
    }

    private static StockCountLine? OfExit(int number, StockPlace place, string quantity, string destination, string reason)
    {
        if (number == 1 && quantity.Length > 0 && quantity.All(char.IsLetter))
        {
            return null;
        }

        var isNumber = long.TryParse(quantity, NumberStyles.None, CultureInfo.InvariantCulture, out var units);
        var exit = new QuarantineExit(place, isNumber ? units : 0, DestinationOf(destination) ?? StockDestination.Quarantine, reason);
        StockLineState? wrong = !new StockCount(place.SkuId, place.WarehouseId, 0).IsPossible ? StockLineState.NoPlace
            : DestinationOf(destination) is null ? StockLineState.NoDestination
            : reason.Length is 0 or > StockCount.LongestNote ? StockLineState.NoReason
            : !exit.IsPossible ? StockLineState.NoQuantity
            : null;
        return new(number, Short(place.SkuId), Short(place.WarehouseId), Short(quantity), wrong) { Exit = wrong is null ? exit : null };
    }

    private static StockDestination? DestinationOf(string name) => name.ToUpperInvariant() switch
    {
        "ON-SALE" => StockDestination.OnSale,
        "WRITTEN-OFF" => StockDestination.WrittenOff,
        _ => null,
    };

    private static List<string> Fields(string line)
    {
        var separator = Separators.FirstOrDefault(line.Contains, ',');
        List<string> fields = [];
        var (field, isQuoted) = (new StringBuilder(), false);
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '"' && isQuoted && at + 1 < line.Length && line[at + 1] == '"')
            {
                field.Append(line[at++]);
            }
            else if (line[at] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (line[at] == separator && !isQuoted)
            {
                fields.Add(field.ToString().Trim());
                field.Clear();
            }
            else
            {
                field.Append(line[at]);
            }
        }

        return [.. fields, field.ToString().Trim()];
    }

    private static string Short(string text) => text.Length <= ShownOfField ? text : text[..ShownOfField] + "…";
}
