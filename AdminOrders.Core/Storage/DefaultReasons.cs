using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AdminOrders.Core.Storage;

/// <summary>The reasons that a new store begins with: some for operators, some for customers.</summary>
internal static class DefaultReasons
{
    private static readonly Entry[] ForStore =
    [
        new("customer-request", "BUYER_CANCELLED", "Customer changed their mind", "El cliente cambió de idea", "O cliente mudou de ideia"),
        new("no-inventory", "NO_INVENTORY", "Out of stock", "Sin existencias", "Sem estoque"),
        new("undeliverable-address", "SHIPPING_ADDRESS_UNDELIVERABLE", "Address cannot be delivered to", "Dirección de entrega no válida", "Endereço não atendido"),
        new("delivery-too-late", null, "Delivery would take too long", "La entrega tardaría demasiado", "A entrega demoraria demais"),
        new("exchange", "CUSTOMER_EXCHANGE", "Customer wants another product", "El cliente quiere otro producto", "O cliente quer outro produto"),
        new("pricing-error", "PRICING_ERROR", "Wrong price or promotion", "Error de precio o de promoción", "Erro de preço ou de promoção"),
        new("payment-problem", null, "Payment problem", "Problema con el pago", "Problema com o pagamento"),
        new("suspected-fraud", null, "Suspected fraud", "Sospecha de fraude", "Suspeita de fraude"),
        new("duplicate-order", null, "Duplicate order", "Pedido duplicado", "Pedido em duplicidade"),
    ];

    private static readonly Entry[] ForCustomers =
    [
        new("customer-changed-mind", "BUYER_CANCELLED", "I changed my mind", "Cambié de idea", "Mudei de ideia"),
        new("customer-mistake", "BUYER_CANCELLED", "I ordered by mistake", "Hice el pedido por error", "Fiz o pedido por engano"),
        new("customer-wrong-item", "CUSTOMER_EXCHANGE", "I want another product, size or color", "Quiero otro producto, talla o color", "Quero outro produto, tamanho ou cor"),
        new("customer-too-late", "BUYER_CANCELLED", "Delivery takes too long", "La entrega tarda demasiado", "A entrega demora demais"),
        new("customer-wrong-address", "SHIPPING_ADDRESS_UNDELIVERABLE", "The delivery address is wrong", "La dirección de entrega está mal", "O endereço de entrega está errado"),
    ];

    /// <summary>
    /// Inserts the default lists: that for operators unless the store has, or had, reasons at all, that for customers unless it was inserted
    /// before. No reason is ever deleted, so what an owner has changed stays.
    /// </summary>
    public static async Task InsertInto(StoreSource source, CancellationToken cancellationToken)
    {
        if (await HasForCustomers(source, cancellationToken))
        {
            return;
        }

        await using var db = source.CreateContext();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        source.LockSetup(transaction.GetDbTransaction());
        if (await HasForCustomers(db, cancellationToken))
        {
            return;
        }

        if (!await db.CancellationReasons.AnyAsync(cancellationToken))
        {
            await Insert(db, ForStore, ReasonChoosers.Store, cancellationToken);
        }

        await Insert(db, ForCustomers, ReasonChoosers.Customer, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    // Every start asks; EF Core would make its whole model for it.
    private static async Task<bool> HasForCustomers(StoreSource source, CancellationToken cancellationToken)
    {
        await using var reading = await source.OpenReading(cancellationToken);
        var query = new SqlQuery("""SELECT "Id" FROM "CancellationReasons" WHERE "Code" = @code""", [new("@code", ForCustomers[0].Code)]);
        return (await reading.Read(query, row => row.GetInt32(0), cancellationToken)).Count > 0;
    }

    private static Task<bool> HasForCustomers(OrdersDb db, CancellationToken cancellationToken) =>
        db.CancellationReasons.AnyAsync(row => row.Code == ForCustomers[0].Code, cancellationToken);

    private static async Task Insert(OrdersDb db, Entry[] entries, ReasonChoosers chosenBy, CancellationToken cancellationToken)
    {
        var rank = await db.CancellationReasons.MaxAsync(row => (int?)row.Rank, cancellationToken) ?? 0;
        var reasons = entries.Select(entry =>
            new CancellationReasonRow { Code = entry.Code, MarketplaceCode = entry.Marketplace, Rank = ++rank, IsActive = true, ChosenBy = chosenBy }).ToList();
        db.AddRange(reasons);
        await db.SaveChangesAsync(cancellationToken);
        var labels = entries.Zip(reasons, (entry, reason) => new CancellationReasonLabelRow { ReasonId = reason.Id, En = entry.En, Es = entry.Es, Pt = entry.Pt }).ToList();
        db.AddRange(labels);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var (reason, label) in reasons.Zip(labels))
        {
            reason.LabelId = label.Id;
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private sealed record Entry(string Code, string? Marketplace, string En, string Es, string Pt);
}
