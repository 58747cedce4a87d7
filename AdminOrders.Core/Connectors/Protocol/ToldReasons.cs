using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Connectors.Protocol;

/// <summary>Why, as partners are told it: in English, then what was typed.</summary>
internal sealed class ToldReasons(IDbContextFactory<OrdersDb> factory, CancellationReasons reasons)
{
    private const string NoReason = "No reason was given.";

    /// <summary>The reason of that event; the protocol has none that is empty.</summary>
    public async Task<string> Of(string historyId, OrderEvent happened, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var typed = await db.HistoryTexts.Where(text => text.HistoryId == historyId && text.Name == CancelReasonTexts.TextName)
            .Select(text => text.Value).SingleOrDefaultAsync(cancellationToken);
        return ReasonWords.Of(new(LabelOf(happened), typed), await reasons.Labels(cancellationToken), CultureInfo.InvariantCulture) ?? NoReason;
    }

    private static int? LabelOf(OrderEvent happened) => happened switch
    {
        CancellationRequested requested => requested.ReasonLabelId,
        OrderCanceled canceled => canceled.ReasonLabelId,
        _ => null,
    };
}
