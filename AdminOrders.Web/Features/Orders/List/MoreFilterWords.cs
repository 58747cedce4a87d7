using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;
using AdminOrders.Web.Features.Orders.Details;

namespace AdminOrders.Web.Features.Orders.List;

/// <summary>The words of filters that stand in a panel of their own.</summary>
internal static class MoreFilterWords
{
    public static string Of(Side side) => OrderWords.Sentence(OrderWords.Of(side));

    public static string Of(MoneyBack money) => money switch
    {
        MoneyBack.Owed => Texts.List_RefundOwed,
        MoneyBack.Failed => Texts.List_RefundFailed,
        MoneyBack.Given => Texts.List_RefundGiven,
    };

    public static string Of(CancelDelay delay) => delay switch
    {
        CancelDelay.UnderAnHour => Texts.List_Delay_UnderAnHour,
        CancelDelay.UnderADay => Texts.List_Delay_UnderADay,
        CancelDelay.UnderThreeDays => Texts.List_Delay_UnderThreeDays,
        CancelDelay.UnderAWeek => Texts.List_Delay_UnderAWeek,
        CancelDelay.UnderAMonth => Texts.List_Delay_UnderAMonth,
        CancelDelay.Longer => Texts.List_Delay_Longer,
    };

    /// <summary>What is chosen, each as a sentence of two words, with the list without it.</summary>
    public static IEnumerable<(string Label, OrderListQuery Without)> Active(OrderListQuery query, MoreChoices? names)
    {
        if (query.AffiliateId is { } affiliate)
        {
            yield return ($"{Texts.Order_Affiliate}: {affiliate}", query with { AffiliateId = null });
        }

        if (query.CanceledById is { } canceler)
        {
            yield return ($"{Texts.List_CanceledBy}: {NameOf(names?.Cancelers, canceler)}", query with { CanceledById = null });
        }

        if (query.ReasonCode is { } code)
        {
            yield return ($"{Texts.List_Reason}: {NameOf(names?.Reasons, code)}", query with { ReasonCode = null });
        }

        if (query.AskedBy is { } side)
        {
            yield return ($"{Texts.List_AskedBy}: {Of(side)}", query with { AskedBy = null });
        }

        if (query.CancelDelay is { } delay)
        {
            yield return ($"{Texts.List_Delay}: {Of(delay)}", query with { CancelDelay = null });
        }

        if (query.MoneyBack is { } money)
        {
            yield return ($"{Texts.List_Refund}: {Of(money)}", query with { MoneyBack = null });
        }

        if (query.SkuId is { } sku)
        {
            yield return ($"{Texts.List_Sku}: {sku}", query with { SkuId = null });
        }

        if (query.ValueFrom is not null || query.ValueTo is not null)
        {
            yield return ($"{Texts.List_Total}: {Text(query.ValueFrom)} – {Text(query.ValueTo)}", query with { ValueFrom = null, ValueTo = null });
        }
    }

    private static string NameOf(IReadOnlyList<(string Value, string Label)>? names, string value) =>
        names?.Where(name => name.Value == value).Select(name => name.Label).FirstOrDefault() ?? value;

    private static string Text(long? value) => value?.ToString("N0", CultureInfo.CurrentCulture) ?? "…";
}
