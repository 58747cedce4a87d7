using AdminOrders.Core.Text;

namespace AdminOrders.Core.Storage;

/// <summary>How many minor units a whole unit of an order's currency has, in SQL.</summary>
internal static class MinorUnitsSql
{
    /// <summary>Of the order <c>o</c>: 100 of BRL, 1 of JPY, 1,000 of KWD.</summary>
    public static string OfOrder { get; } =
        $"""(CASE WHEN o."Currency" IN ({Names(MoneyText.WithoutMinorUnit)}) THEN 1 WHEN o."Currency" IN ({Names(MoneyText.WithThousandths)}) THEN 1000 ELSE 100 END)""";

    private static string Names(IEnumerable<string> currencies) => string.Join(", ", currencies.Select(currency => $"'{currency}'"));
}
