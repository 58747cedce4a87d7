using System.Globalization;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;

namespace AdminOrders.Web.Features.Orders.List;

/// <summary>What a list leaves out, in words.</summary>
internal static class FilterWords
{
    /// <summary>What is chosen, each in a few words, with the list without it.</summary>
    /// <param name="text">What is searched for; null: nothing, or it is not kept any more.</param>
    /// <param name="choices">Names of sellers; null: ids do.</param>
    /// <param name="more">Names of what stands in the panel of more filters; null: ids do.</param>
    public static IEnumerable<(string Label, OrderListQuery Without)> Active(OrderListQuery query, string? text, OrderChoices? choices, MoreChoices? more)
    {
        if (text is not null || query.ViewId is not null)
        {
            yield return ($"“{text ?? "…"}”", query with { ViewId = null });
        }

        foreach (var named in query.Statuses.GroupBy(StatusText.Label, StringComparer.Ordinal))
        {
            yield return (named.Key, query with { Statuses = [.. query.Statuses.Except(named, StringComparer.Ordinal)] });
        }

        if (query.Dates is not OrderDates.Any)
        {
            yield return (Dates(query), query with { Dates = OrderDates.Any });
        }

        if (query.SellerId is { } seller)
        {
            var name = choices?.Sellers.FirstOrDefault(choice => choice.Id == seller)?.Name;
            yield return ($"{Texts.List_Seller}: {(string.IsNullOrEmpty(name) ? seller : name)}", query with { SellerId = null });
        }

        if (query.Origin is { } origin)
        {
            yield return ($"{Texts.List_Origin}: {origin}", query with { Origin = null });
        }

        if (query.OnlyOpenRequests)
        {
            yield return (Texts.List_OpenRequest, query with { OnlyOpenRequests = false });
        }

        foreach (var chosen in MoreFilterWords.Active(query, more))
        {
            yield return chosen;
        }
    }

    private static string Dates(OrderListQuery query) => query.Dates is OrderDates.Custom
        ? $"{query.From?.ToString("d", CultureInfo.CurrentCulture) ?? "…"} – {query.To?.ToString("d", CultureInfo.CurrentCulture) ?? "…"}"
        : OrderDateNames.Of(query.Dates);
}
