using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage.Stock;
using AdminOrders.Core.Text;
using AdminOrders.Web.Features.Orders.Details;

namespace AdminOrders.Web.Features.Stock;

/// <summary>What stock is called, in the reader's language.</summary>
internal static class StockWords
{
    public static string Of(StockState state) => Word($"Stock_State_{state}");

    public static string Of(StockMovementKind kind) => Word($"Stock_Kind_{kind}");

    /// <summary>How far a reservation without an order has gone that holds units: as far as one of an order.</summary>
    public static string Of(LooseState open) => OrderWords.Of((ReservationState)open);

    /// <summary>What became of a line of a file.</summary>
    public static string Of(StockCountLine line) => line.State is { } state ? OrderWords.Say(Word($"Stock_Line_{state}"), Number(line.Reserved)) : "";

    /// <summary>Units as the reader writes numbers; that they are not counted, where that is so.</summary>
    public static string Number(long? units) => units?.ToString("N0", CultureInfo.CurrentCulture) ?? Texts.Stock_NotCounted;

    public static string Units(long units) => OrderWords.Say(units == 1 ? Texts.Stock_UnitsOne : Texts.Stock_Units, Number(units));

    private static string Word(string key) => Texts.ResourceManager.GetString(key, Texts.Culture) ?? key;
}
