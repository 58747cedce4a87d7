using System.Collections.Immutable;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Documents;

/// <summary>What lists show of a document.</summary>
internal static class DocumentDescription
{
    public static OrderDescription Read(DocumentContext context, DocumentSeller seller, ImmutableArray<ItemFact> items, string paymentNames)
    {
        var root = context.Root;
        var profile = root["clientProfileData"];
        return new OrderDescription
        {
            Sequence = root["sequence"].Text(100),
            OrderGroup = root["orderGroup"].Text(100),
            SellerOrderId = root["sellerOrderId"].Text(100),
            MarketplaceOrderId = root["marketplaceOrderId"].Text(100),
            Origin = root["origin"].Text(50),
            AffiliateId = root["affiliateId"].Text(50),
            SellerName = seller.Name,
            CustomerName = NameOf(profile),
            CustomerEmail = profile["email"].Text(),
            CustomerDocument = FirstOf(profile["document"].Text(100), profile["corporateDocument"].Text(100)),
            ProductCount = items.Select(item => item.SkuId).Distinct(StringComparer.Ordinal).Count(),
            PaymentNames = paymentNames,
            CanceledBy = DocumentCancellation.CanceledBy(root),
            LastChangeAt = context.LastChangeAt,
            AuthorizedAt = context.AuthorizedAt,
            InvoicedAt = root["invoicedDate"].Instant(),
        };
    }

    private static string NameOf(DocumentField profile)
    {
        var person = $"{profile["firstName"].Text()} {profile["lastName"].Text()}".Trim();
        var company = FirstOf(profile["tradeName"].Text(), profile["corporateName"].Text());
        return profile["isCorporate"].Flag() is true ? FirstOf(company, person) : FirstOf(person, company);
    }

    private static string FirstOf(string first, string second) => first.Length > 0 ? first : second;
}
