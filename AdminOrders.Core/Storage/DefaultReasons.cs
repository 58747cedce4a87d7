using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AdminOrders.Core.Storage;

/// <summary>The reasons that a new store begins with.</summary>
internal static class DefaultReasons
{
    private static readonly (string Code, string? Marketplace, string En, string Es, string Pt)[] Rows =
    [
        ("customer-request", "BUYER_CANCELLED", "Customer changed their mind", "El cliente cambió de idea", "O cliente mudou de ideia"),
        ("no-inventory", "NO_INVENTORY", "Out of stock", "Sin existencias", "Sem estoque"),
        ("undeliverable-address", "SHIPPING_ADDRESS_UNDELIVERABLE", "Address cannot be delivered to", "Dirección de entrega no válida", "Endereço não atendido"),
        ("delivery-too-late", null, "Delivery would take too long", "La entrega tardaría demasiado", "A entrega demoraria demais"),
        ("exchange", "CUSTOMER_EXCHANGE", "Customer wants another product", "El cliente quiere otro producto", "O cliente quer outro produto"),
        ("pricing-error", "PRICING_ERROR", "Wrong price or promotion", "Error de precio o de promoción", "Erro de preço ou de promoção"),
        ("payment-problem", null, "Payment problem", "Problema con el pago", "Problema com o pagamento"),
        ("suspected-fraud", null, "Suspected fraud", "Sospecha de fraude", "Suspeita de fraude"),
        ("duplicate-order", null, "Duplicate order", "Pedido duplicado", "Pedido em duplicidade"),
    ];

    /// <summary>Inserts the default list unless the store has, or had, reasons of its own.</summary>
    public static async Task InsertInto(OrdersDb db, StoreSource source, CancellationToken cancellationToken)
    {
        if (await db.CancellationReasons.AnyAsync(cancellationToken))
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        source.LockSetup(transaction.GetDbTransaction());
        if (await db.CancellationReasons.AnyAsync(cancellationToken))
        {
            return;
        }

        for (var rank = 0; rank < Rows.Length; rank++)
        {
            await Insert(db, Rows[rank], rank + 1, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task Insert(
        OrdersDb db, (string Code, string? Marketplace, string En, string Es, string Pt) entry, int rank, CancellationToken cancellationToken)
    {
        var reason = new CancellationReasonRow { Code = entry.Code, MarketplaceCode = entry.Marketplace, Rank = rank, IsActive = true };
        db.Add(reason);
        await db.SaveChangesAsync(cancellationToken);
        var label = new CancellationReasonLabelRow { ReasonId = reason.Id, En = entry.En, Es = entry.Es, Pt = entry.Pt };
        db.Add(label);
        await db.SaveChangesAsync(cancellationToken);
        reason.LabelId = label.Id;
        await db.SaveChangesAsync(cancellationToken);
    }
}
