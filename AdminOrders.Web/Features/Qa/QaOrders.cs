using System.Text;
using AdminOrders.Core.Documents;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;

namespace AdminOrders.Web.Features.Qa;

/// <summary>Brings an order into a situation by what the product itself does: the import, then commands of who would give them.</summary>
internal sealed class QaOrders(OrderImport import, OrderWorkflow workflow)
{
    private static readonly Actor Importer = new(Side.System, ImportRules.Importer, "Import");
    private static readonly Actor Tester = new(Side.Store, "user:qa", "QA") { Resources = PredefinedRoles.OrderResources, HasFullAccess = true };

    /// <summary>Places the order and returns its raw status.</summary>
    /// <exception cref="QaException">There is one of that id, or the rules refuse what would bring it there.</exception>
    public async Task<string> PlaceAsync(QaOrder order, DateTimeOffset placedAt, CancellationToken cancellationToken)
    {
        if (await workflow.Facts(order.Id, cancellationToken) is not null)
        {
            throw new QaException($"There is an order {order.Id} already.", StatusCodes.Status409Conflict);
        }

        await ImportAsync(order, placedAt, cancellationToken);
        if (Next(order.Situation) is var (command, actor))
        {
            await SendAsync(order.Id, command, actor, cancellationToken);
        }

        return (await workflow.Facts(order.Id, cancellationToken))!.Status;
    }

    private async Task ImportAsync(QaOrder order, DateTimeOffset placedAt, CancellationToken cancellationToken)
    {
        // Who asks for a cancellation asks here, so that its deadline begins now.
        var begun = SideThatAsks(order.Situation) is null ? order : order with { Situation = QaSituation.ReadyForHandling };
        using var document = new MemoryStream(Encoding.UTF8.GetBytes(QaDocument.Of(begun, placedAt)));
        var result = await import.Run(document, Importer, cancellationToken: cancellationToken);
        if (result.Errors is [var error, ..])
        {
            throw new QaException($"{error.Field}: {error.Reason}");
        }
    }

    private async Task SendAsync(string orderId, OrderCommand command, Actor actor, CancellationToken cancellationToken)
    {
        var answer = await workflow.Send(new OrderRequest(orderId, command, actor), cancellationToken);
        if (answer.Decision is Refused refused)
        {
            throw new QaException($"{command.GetType().Name} was refused: {RefusalCodes.Of(refused.Code)}.", StatusCodes.Status409Conflict);
        }
    }

    private static (OrderCommand Command, Actor Actor)? Next(QaSituation situation) => situation is QaSituation.InGracePeriod
        ? (new ApprovePayment(), Actor.System)
        : SideThatAsks(situation) is { } side ? (new Cancel(Guid.NewGuid().ToString("N"), side, new Reason(null, QaDocument.Reason)), ActorOf(side)) : null;

    private static Side? SideThatAsks(QaSituation situation) => situation switch
    {
        QaSituation.RequestedByCustomer => Side.Customer,
        QaSituation.RequestedByStore => Side.Store,
        QaSituation.RequestedByMarketplace => Side.Marketplace,
        QaSituation.RequestedBySeller => Side.Seller,
        _ => null,
    };

    private static Actor ActorOf(Side side) => side switch
    {
        Side.Store => Tester,
        Side.Customer => new(side, "customer", ""),
        Side.Marketplace => new(side, "key:marketplace", "Marketplace"),
        Side.Seller => new(side, "seller:partner", "Partner Seller"),
        Side.Payment => new(side, "payment", "Payment provider"),
        Side.System => Actor.System,
    };
}
