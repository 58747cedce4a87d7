namespace AdminOrders.Core.Connectors.Amazon;

/// <summary>
/// An order as Amazon's Orders API 2026-01-01 tells it, as far as it is used here; field names are Amazon's. Words of a closed list are kept as they
/// come, because the list grows: <see cref="AmazonWords"/> has those that mean something here. What was not asked for, or is not known yet, is null.
/// </summary>
/// <param name="CreatedTime">When the customer placed it.</param>
/// <param name="LastUpdatedTime">When Amazon or the seller last changed anything of it.</param>
internal sealed record AmazonOrder(
    string OrderId,
    DateTimeOffset CreatedTime,
    DateTimeOffset LastUpdatedTime,
    AmazonSalesChannel SalesChannel,
    AmazonItem[] OrderItems,
    string[]? Programs = null,
    AmazonBuyer? Buyer = null,
    AmazonRecipient? Recipient = null,
    AmazonProceeds? Proceeds = null,
    AmazonPayment? Payment = null,
    AmazonFulfillment? Fulfillment = null)
{
    /// <summary>Without what is personal.</summary>
    public override string ToString() => OrderId;
}

/// <param name="ChannelName">AMAZON or NON_AMAZON.</param>
/// <param name="MarketplaceId">For example A2Q3Y263D00KWC.</param>
/// <param name="MarketplaceName">For example Amazon.com.br.</param>
internal sealed record AmazonSalesChannel(string ChannelName, string? MarketplaceId = null, string? MarketplaceName = null);

/// <param name="BuyerEmail">An address that Amazon forwards, of merchant-fulfilled orders only.</param>
internal sealed record AmazonBuyer(string? BuyerName = null, string? BuyerEmail = null, string? BuyerCompanyName = null);

internal sealed record AmazonRecipient(AmazonAddress? DeliveryAddress = null);

/// <param name="CountryCode">ISO 3166-1, two letters.</param>
/// <param name="AddressType">RESIDENTIAL, COMMERCIAL or PICKUP_POINT.</param>
/// <param name="ExtendedFields">Of addresses in Brazil only.</param>
internal sealed record AmazonAddress(
    string? Name = null,
    string? CompanyName = null,
    string? AddressLine1 = null,
    string? AddressLine2 = null,
    string? AddressLine3 = null,
    string? City = null,
    string? DistrictOrCounty = null,
    string? StateOrRegion = null,
    string? PostalCode = null,
    string? CountryCode = null,
    string? Phone = null,
    string? AddressType = null,
    AmazonAddressFields? ExtendedFields = null);

internal sealed record AmazonAddressFields(string? StreetName = null, string? StreetNumber = null, string? Complement = null, string? Neighborhood = null);

/// <param name="GrandTotal">What the seller receives for the whole order; null while Amazon does not tell it yet.</param>
internal sealed record AmazonProceeds(AmazonMoney? GrandTotal = null, AmazonProceedsPart[]? Breakdowns = null);

/// <summary>A part of an order's or an item's proceeds.</summary>
/// <param name="Type">ITEM, SHIPPING, GIFT_WRAP, COD_FEE, TAX, DISCOUNT, DELIVERY_TIP, OTHER.</param>
internal sealed record AmazonProceedsPart(string Type, AmazonMoney Subtotal);

internal sealed record AmazonPayment(AmazonPaymentExecution[]? PaymentExecutions = null);

/// <param name="PaymentMethod">For example CreditCard, Pix, CashOnDelivery.</param>
internal sealed record AmazonPaymentExecution(
    string? PaymentMethod = null, AmazonMoney? PaymentAmount = null, string? AcquirerId = null, string? CardBrand = null, string? AuthorizationCode = null);

/// <param name="FulfillmentStatus">One of <see cref="AmazonWords"/>, or a word that is new.</param>
/// <param name="FulfilledBy">AMAZON or MERCHANT.</param>
internal sealed record AmazonFulfillment(string FulfillmentStatus, string? FulfilledBy = null, string? FulfillmentServiceLevel = null);

/// <param name="QuantityOrdered">Units.</param>
internal sealed record AmazonItem(
    string OrderItemId,
    int QuantityOrdered,
    AmazonProduct Product,
    AmazonItemProceeds? Proceeds = null,
    AmazonCancellation? Cancellation = null,
    AmazonItemFulfillment? Fulfillment = null);

/// <param name="SellerSku">How the seller named it when it was listed.</param>
internal sealed record AmazonProduct(string? Asin = null, string? Title = null, string? SellerSku = null, AmazonPrice? Price = null);

/// <param name="UnitPrice">Of a single unit.</param>
internal sealed record AmazonPrice(AmazonMoney? UnitPrice = null);

/// <param name="ProceedsTotal">Of all units of the item.</param>
internal sealed record AmazonItemProceeds(AmazonMoney? ProceedsTotal = null, AmazonProceedsPart[]? Breakdowns = null);

/// <summary>What was asked about an item, and what was done.</summary>
internal sealed record AmazonCancellation(AmazonCancellationRequest? CancellationRequest = null, AmazonCancellationExecution? CancellationExecution = null);

/// <param name="Requester">BUYER.</param>
/// <param name="CancelReason">The buyer's own words or Amazon's list.</param>
internal sealed record AmazonCancellationRequest(string? Requester = null, string? CancelReason = null);

/// <param name="CancelledBy">BUYER, MERCHANT or AMAZON.</param>
internal sealed record AmazonCancellationExecution(string? CancelledBy = null, string? CancelReason = null);

internal sealed record AmazonItemFulfillment(int? QuantityFulfilled = null, int? QuantityUnfulfilled = null);
