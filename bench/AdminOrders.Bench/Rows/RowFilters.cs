using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;

namespace AdminOrders.Bench.Rows;

/// <summary>Filters as people combine them: each one alone, with what is frequent and with what is rare, then together and in every order of rows.</summary>
internal static class RowFilters
{
    /// <param name="last">When the newest order was placed.</param>
    public static IEnumerable<(string Name, OrderFilter Filter)> Of(FilterValues of, DateTimeOffset last) =>
        [.. Alone(of), .. Times(last), .. Cancellations(of), .. Values(), .. Texts(), .. Together(of, last), .. Sorted(of, last)];

    private static IEnumerable<(string Name, OrderFilter Filter)> Alone(FilterValues of) =>
    [
        ("everything", new()),
        ("everything, oldest first", new() { Ascending = true }),
        ("frequent status", new() { Statuses = [of.Most("Status")] }),
        ("rare status", new() { Statuses = [of.Rarest("Status")] }),
        ("three statuses", new() { Statuses = [of.Most("Status"), of.Middle("Status"), of.Rarest("Status")] }),
        ("all but a status", new() { ExceptStatuses = [of.Most("Status")] }),
        ("frequent seller", new() { SellerId = of.Most("SellerId") }),
        ("rare seller", new() { SellerId = of.Rarest("SellerId") }),
        ("seller by name", new() { SellerName = of.Middle("SellerName") }),
        ("origin", new() { Origin = of.Rarest("Origin") }),
        ("sales channel", new() { SalesChannel = of.Rarest("SalesChannel") }),
        ("affiliate", new() { AffiliateId = of.Rarest("AffiliateId") }),
        ("open requests", new() { OnlyOpenRequests = true }),
        ("returned", new() { IsReturned = true }),
        ("invoiced", new() { IsInvoiced = true }),
        ("not invoiced", new() { IsInvoiced = false }),
        ("sold in a store", new() { IsInStore = true }),
        ("frequent SKU", With(TermKind.Sku, of.Most("Sku"))),
        ("rare SKU", With(TermKind.Sku, of.Rarest("Sku"))),
        ("two SKUs", With(TermKind.Sku, of.Most("Sku"), of.Rarest("Sku"))),
        ("way of paying", With(TermKind.PaymentName, of.Rarest("PaymentName"))),
        ("promotion", With(TermKind.Promotion, of.Most("Promotion"))),
        ("campaign", With(TermKind.UtmSource, of.Rarest("UtmSource"))),
    ];

    private static IEnumerable<(string Name, OrderFilter Filter)> Times(DateTimeOffset last) =>
    [
        ("a day", new() { CreatedFrom = last.AddDays(-31), CreatedBefore = last.AddDays(-30) }),
        ("a month", new() { CreatedFrom = last.AddDays(-60), CreatedBefore = last.AddDays(-30) }),
        ("invoiced on a day", new() { Invoiced = new(last.AddDays(-31), last.AddDays(-30)) }),
        ("invoiced in a month", new() { Invoiced = new(last.AddDays(-60), last.AddDays(-30)) }),
        ("authorized on a day", new() { Authorized = new(last.AddDays(-31), last.AddDays(-30)) }),
        ("to arrive within a week", new() { Estimated = new(last, last.AddDays(7)) }),
        ("status due", new() { StatusDue = new(last, last.AddDays(1)) }),
    ];

    private static IEnumerable<(string Name, OrderFilter Filter)> Cancellations(FilterValues of) =>
    [
        ("canceled by somebody", new() { CanceledById = of.Most("CanceledById") }),
        ("canceled by somebody else", new() { CanceledById = of.Middle("CanceledById") }),
        ("canceled by who does so seldom", new() { CanceledById = of.Rarest("CanceledById") }),
        ("frequent reason", new() { ReasonCode = of.Most("Reason") }),
        ("rare reason", new() { ReasonCode = of.Rarest("Reason") }),
        ("asked by the customer", new() { AskedBy = Side.Customer }),
        ("asked by the seller", new() { AskedBy = Side.Seller }),
        ("money owed", new() { MoneyBack = MoneyBack.Owed }),
        ("money that could not go back", new() { MoneyBack = MoneyBack.Failed }),
        ("money given back", new() { MoneyBack = MoneyBack.Given }),
    ];

    private static IEnumerable<(string Name, OrderFilter Filter)> Values() =>
    [
        ("narrow values", new() { ValueFrom = 100, ValueTo = 101 }),
        ("wide values", new() { ValueFrom = 50, ValueTo = 500 }),
        ("values that there are none of", new() { ValueFrom = 9_000_000 }),
        ("narrow values by value", new() { ValueFrom = 100, ValueTo = 101, Sort = OrderSort.Value }),
        ("small values, greatest first", new() { ValueTo = 20, Sort = OrderSort.Value }),
        ("great values, smallest first", new() { ValueFrom = 500, Sort = OrderSort.Value, Ascending = true }),
    ];

    private static IEnumerable<(string Name, OrderFilter Filter)> Texts() =>
    [
        ("a frequent name", new() { Text = "goncalves" }),
        ("a mail's ending", new() { Text = "@example.com" }),
        ("nothing has it", new() { Text = "qzxqzx" }),
        ("an id's end", new() { Text = "4321-01" }),
        ("an id's beginning", new() { Text = "v5" }),
    ];

    private static IEnumerable<(string Name, OrderFilter Filter)> Together(FilterValues of, DateTimeOffset last) =>
    [
        ("status of a seller", new() { Statuses = [of.Most("Status")], SellerId = of.Middle("SellerId") }),
        ("rare status of a seller", new() { Statuses = [of.Rarest("Status")], SellerId = of.Most("SellerId") }),
        ("status, seller and origin", new() { Statuses = [Status.Canceled], SellerId = of.Most("SellerId"), Origin = of.Most("Origin") }),
        ("status in a month", new() { Statuses = [Status.Canceled], CreatedFrom = last.AddDays(-60), CreatedBefore = last.AddDays(-30) }),
        ("seller and channel", new() { SellerId = of.Middle("SellerId"), SalesChannel = of.Most("SalesChannel") }),
        ("canceled by somebody, of a seller", new() { CanceledById = of.Most("CanceledById"), SellerId = of.Middle("SellerId") }),
        ("reason of a side", new() { ReasonCode = of.Most("Reason"), AskedBy = Side.Customer }),
        ("canceled by somebody in a month", new() { CanceledById = of.Most("CanceledById"), CreatedFrom = last.AddDays(-60), CreatedBefore = last.AddDays(-30) }),
        ("values of a status", new() { ValueFrom = 50, ValueTo = 200, Statuses = [Status.Canceled] }),
        ("SKU of a status", With(TermKind.Sku, of.Most("Sku")) with { Statuses = [Status.Canceled] }),
        ("way of paying of a seller", With(TermKind.PaymentName, of.Most("PaymentName")) with { SellerId = of.Middle("SellerId") }),
        ("text of a status", new() { Text = "goncalves", Statuses = [Status.Canceled] }),
    ];

    private static IEnumerable<(string Name, OrderFilter Filter)> Sorted(FilterValues of, DateTimeOffset last) =>
    [
        ("by value", new() { Sort = OrderSort.Value }),
        ("by last change", new() { Sort = OrderSort.LastChangeAt }),
        ("by status", new() { Sort = OrderSort.Status }),
        ("by id", new() { Sort = OrderSort.OrderId, Ascending = true }),
        ("by units", new() { Sort = OrderSort.Units }),
        ("by origin", new() { Sort = OrderSort.Origin }),
        ("status by value", new() { Statuses = [Status.Canceled], Sort = OrderSort.Value }),
        ("status by units", new() { Statuses = [Status.Canceled], Sort = OrderSort.Units }),
        ("rare status by id", new() { Statuses = [of.Rarest("Status")], Sort = OrderSort.OrderId }),
        ("seller by value", new() { SellerId = of.Middle("SellerId"), Sort = OrderSort.Value }),
        ("SKU by last change", With(TermKind.Sku, of.Most("Sku")) with { Sort = OrderSort.LastChangeAt }),
        ("a day by value", new() { CreatedFrom = last.AddDays(-31), CreatedBefore = last.AddDays(-30), Sort = OrderSort.Value }),
        ("a month by last change", new() { CreatedFrom = last.AddDays(-60), CreatedBefore = last.AddDays(-30), Sort = OrderSort.LastChangeAt }),
        ("rare reason by value", new() { ReasonCode = of.Rarest("Reason"), Sort = OrderSort.Value }),
        ("open requests by value", new() { OnlyOpenRequests = true, Sort = OrderSort.Value }),
    ];

    private static OrderFilter With(TermKind kind, params string[] values) => new() { Terms = [new(kind, values)] };
}
