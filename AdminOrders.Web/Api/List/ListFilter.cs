using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Api.Access;

namespace AdminOrders.Web.Api.List;

/// <summary>The parameters of a list as the filter that pages use too.</summary>
internal static class ListFilter
{
    private const string Late = "-1.days";
    private const int MostDays = 365;
    private static readonly string[] Incomplete = [.. Stages.Known.Where(status => Stages.Of(status) is Stage.Incomplete)];
    private static readonly string[] Stuck = [.. Stages.Known.Where(status => Stages.Of(status) is Stage.Moving && !Stages.MovesOnByItself(status))];

    // VTEX has two spellings for this one.
    private static readonly string[] WaitingForSeller = ["waiting-for-sellers-confirmation", "waiting-for-authorization"];
    private static readonly string[] Over = [Status.Invoiced, Status.Canceled, Status.Replaced];
    private static readonly string[] SearchFields = ["sku_Ids", "listId", "tid", "pci_tid", "paymentId", "nsu"];

    private static readonly (string Parameter, TermKind Kind)[] Terms =
    [
        ("f_UtmSource", TermKind.UtmSource), ("f_callCenterOperatorName", TermKind.CallCenterOperator), ("f_paymentNames", TermKind.PaymentName),
        ("f_RnB", TermKind.Promotion), ("listId", TermKind.GiftList), ("tid", TermKind.Transaction), ("pci_tid", TermKind.PciTransaction),
        ("paymentId", TermKind.Payment), ("nsu", TermKind.Nsu),
    ];

    /// <param name="parameters">As they were sent.</param>
    /// <param name="caller">A key of a channel or a seller sees the orders of that one only.</param>
    /// <param name="now">For estimates that are named by days.</param>
    public static OrderFilter Read(ListParameters parameters, ApiCaller caller, DateTimeOffset now)
    {
        if (parameters.Text("searchField") is { } field && !SearchFields.Contains(field, StringComparer.Ordinal))
        {
            throw ListParameters.Invalid("searchField", $"It must be one of {string.Join(", ", SearchFields)}.");
        }

        var (sort, ascending) = Order(parameters);
        var created = parameters.Times("f_creationDate", "creationDate");
        var filter = new OrderFilter
        {
            Sort = sort,
            Ascending = ascending,
            Text = parameters.Text("q"),
            CreatedFrom = created?.From,
            CreatedBefore = created?.Before,
            Invoiced = parameters.Times("f_invoicedDate", "invoicedDate"),
            Authorized = parameters.Times("f_authorizedDate", "authorizedDate"),
            SellerName = parameters.Text("f_sellerNames"),
            SalesChannel = parameters.Text("salesChannelId") ?? parameters.Text("f_salesChannel"),
            AffiliateId = parameters.Text("f_affiliateId"),
            IsReturned = parameters.Flag("f_hasInputInvoice"),
            IsInvoiced = parameters.Flag("f_hasOutputInvoice"),
            IsInStore = parameters.Flag("f_isInstore"),
            Terms = TermsOf(parameters),
        };
        var narrowed = WithErrors(WithEstimate(WithStatuses(filter, parameters), parameters, now), parameters, now);
        return Of(caller, parameters.Text("f_salesChannel") is { } channel && channel != filter.SalesChannel ? Nothing(narrowed) : narrowed);
    }

    private static (OrderSort Sort, bool Ascending) Order(ListParameters parameters)
    {
        var parts = parameters.Text("orderBy")?.Split(',') ?? ["creationDate", "desc"];
        OrderSort? sort = parts[0] switch
        {
            "creationDate" => OrderSort.CreatedAt,
            "orderId" => OrderSort.OrderId,
            "items" => OrderSort.Units,
            "totalValue" => OrderSort.Value,
            "origin" => OrderSort.Origin,
            _ => null,
        };
        return (sort, parts) switch
        {
            ({ } known, [_] or [_, "desc"]) => (known, false),
            ({ } known, [_, "asc"]) => (known, true),
            _ => throw ListParameters.Invalid("orderBy", "It must be creationDate, orderId, items, totalValue or origin, then a comma, then asc or desc."),
        };
    }

    private static List<TermFilter> TermsOf(ListParameters parameters)
    {
        var asked = Terms.Where(term => parameters.Text(term.Parameter) is not null)
            .Select(term => new TermFilter(term.Kind, [.. Spellings(parameters.Text(term.Parameter)!)])).ToList();
        if (parameters.Texts("sku_Ids") is { Count: > 0 } skus)
        {
            asked.Add(new(TermKind.Sku, [.. skus.Distinct(StringComparer.Ordinal)]));
        }

        return asked;
    }

    // In a body a blank may come as it stands in addresses.
    private static IEnumerable<string> Spellings(string text) => text.Contains('+', StringComparison.Ordinal) ? [text, text.Replace('+', ' ')] : [text];

    private static OrderFilter WithStatuses(OrderFilter filter, ListParameters parameters)
    {
        var statuses = parameters.Texts("f_status")
            .SelectMany(status => WaitingForSeller.Contains(status, StringComparer.Ordinal) ? WaitingForSeller : [status])
            .Distinct(StringComparer.Ordinal).ToList();
        filter = filter with { Statuses = statuses };
        return parameters.Flag("incompleteOrders") switch
        {
            true => Among(filter, Incomplete),
            false => filter with { ExceptStatuses = Incomplete },
            null => filter,
        };
    }

    private static OrderFilter Among(OrderFilter filter, string[] statuses) => filter.Statuses.Count == 0
        ? filter with { Statuses = statuses }
        : filter with { ExceptStatuses = [.. filter.ExceptStatuses, .. filter.Statuses.Except(statuses, StringComparer.Ordinal)] };

    // What hangs between two statuses past its time is in error for good: nothing here tries it again by itself.
    private static OrderFilter WithErrors(OrderFilter filter, ListParameters parameters, DateTimeOffset now) => parameters.Text("filterError") switch
    {
        null => filter,
        "all" or "perm" => Among(filter, Stuck) with { StatusDue = new(null, now.AddTicks(1)) },
        "temp" => Nothing(filter),
        _ => throw ListParameters.Invalid("filterError", "It must be all, temp or perm."),
    };

    private static OrderFilter Nothing(OrderFilter filter) => filter with { Terms = [.. filter.Terms, new(TermKind.Sku, [""])] };

    // Days are those of UTC, as all dates of the API.
    private static OrderFilter WithEstimate(OrderFilter filter, ListParameters parameters, DateTimeOffset now)
    {
        const string Name = "f_shippingEstimate";
        if (parameters.Text(Name) is not { } text)
        {
            return filter;
        }

        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        if (text == Late)
        {
            return filter with { Estimated = new(null, today), ExceptStatuses = [.. filter.ExceptStatuses, .. Over] };
        }

        if (!text.EndsWith(".days", StringComparison.Ordinal)
            || !int.TryParse(text.AsSpan(0, text.Length - 5), NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days > MostDays)
        {
            throw ListParameters.Invalid(Name, $"It must be a number of days from 0 to {MostDays} and .days, such as 7.days, or {Late} for what is late.");
        }

        return filter with { Estimated = days == 1 ? new(today.AddDays(1), today.AddDays(2)) : new(today, today.AddDays(days + 1)) };
    }

    // Who asks for another channel's orders finds none, rather than being told that they are there.
    private static OrderFilter Of(ApiCaller caller, OrderFilter filter)
    {
        var own = filter with { AffiliateId = caller.Affiliate ?? filter.AffiliateId, SellerId = caller.SellerId ?? filter.SellerId };
        return caller.Affiliate is not null && filter.AffiliateId is { } other && other != caller.Affiliate ? Nothing(own) : own;
    }
}
