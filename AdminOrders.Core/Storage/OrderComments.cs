using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Storage;

/// <summary>A note that colleagues or other systems left at an order.</summary>
/// <param name="Source">The system that left it; null: a colleague.</param>
public sealed record OrderComment(string Id, string Text, string? Source, string Author, DateTimeOffset At);

/// <summary>Reads the notes of an order. A note whose text was erased is still there, empty.</summary>
public sealed class OrderComments(IDbContextFactory<OrdersDb> databases)
{
    /// <summary>Oldest first; null for an unknown order.</summary>
    public async Task<IReadOnlyList<OrderComment>?> Of(string orderId, CancellationToken cancellationToken = default)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Orders.Where(order => order.OrderId == orderId).Select(order => (long?)order.Key).SingleOrDefaultAsync(cancellationToken) is not { } key)
        {
            return null;
        }

        var rows = await database.History.AsNoTracking().Where(row => row.OrderKey == key && row.Kind == "comment-added").OrderBy(row => row.Number).ToListAsync(cancellationToken);
        var texts = (await database.HistoryTexts.AsNoTracking().Where(text => text.OrderKey == key && (text.Name == "comment" || text.Name == "source"))
            .ToListAsync(cancellationToken)).ToDictionary(text => (text.HistoryId, text.Name), text => text.Value);
        return [.. rows.Select(row => new OrderComment(
            row.HistoryId, texts.GetValueOrDefault((row.HistoryId, "comment")) ?? "", texts.GetValueOrDefault((row.HistoryId, "source")), row.ActorName, Ticks.From(row.At)))];
    }
}
