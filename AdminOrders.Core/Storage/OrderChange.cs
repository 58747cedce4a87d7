using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>What happened to one order in one command, and what that makes of it; <see cref="OrderStore"/> writes the difference.</summary>
internal sealed class OrderChange(string orderId, StoredOrder? before)
{
    private readonly List<Happening> happenings = [];

    /// <summary>Null: the order is new.</summary>
    public StoredOrder? Before => before;

    /// <summary>The facts as they are after everything so far.</summary>
    public OrderFacts Facts { get; private set; } = before?.Facts ?? OrderFacts.NotOnRecord(orderId);

    public IReadOnlyList<Happening> Happenings => happenings;

    /// <summary>The document that came in with it; null: none did.</summary>
    public ImportedOrder? Imported { get; private set; }

    /// <summary>Adds an event and folds it.</summary>
    public void Add(OrderEvent happened, Actor actor, DateTimeOffset at)
    {
        var historyId = Guid.CreateVersion7(at).ToString("N");
        var facts = Facts.Apply(happened, actor, at, historyId);
        happenings.Add(new(historyId, happened, actor, at, Facts, facts));
        Facts = facts;
        Imported ??= DocumentOf(happened);
    }

    internal static ImportedOrder? DocumentOf(OrderEvent happened) => happened switch
    {
        OrderImported imported => imported.Order,
        ImportedStateRecorded recorded => recorded.Order,
        _ => null,
    };
}

/// <summary>An event with who, when, its future history id, and the facts on both sides of it.</summary>
internal sealed record Happening(string HistoryId, OrderEvent Event, Actor Actor, DateTimeOffset At, OrderFacts Before, OrderFacts After)
{
    /// <summary>The event's free texts, and those that only a document told.</summary>
    public IEnumerable<EventText> Texts => OrderChange.DocumentOf(Event) is null ? Event.Texts : Event.Texts.Concat(TextsOfDocument());

    private IEnumerable<EventText> TextsOfDocument()
    {
        foreach (var request in After.Requests.Where(request => request.Receipt == HistoryId && !string.IsNullOrEmpty(request.Reason.Text)))
        {
            yield return new("reason:" + request.Id, request.Reason.Text);
        }

        if (After.Cancellation is { } canceled && canceled.Receipt == HistoryId && !string.IsNullOrEmpty(canceled.Reason.Text))
        {
            yield return new("reason", canceled.Reason.Text);
        }
    }
}
