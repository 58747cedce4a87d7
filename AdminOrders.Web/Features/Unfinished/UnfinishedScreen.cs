using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Features.Orders.Details;
using AdminOrders.Web.Ui;

namespace AdminOrders.Web.Features.Unfinished;

/// <summary>A row of unfinished work, and what its reader may do about it, as the rules answered.</summary>
/// <param name="IsBrought">This installation brings such things by itself.</param>
/// <param name="Changes">How often the row has changed under the reader's eyes.</param>
public sealed record UnfinishedLine(UnfinishedItem Item, ActionView Retry, ActionView Finish, bool IsBrought, int Changes = 0)
{
    /// <summary>Whether its reader can do anything about it, alone or with others.</summary>
    public bool CanBeChosen => CanBeRetried || CanBeFinished;

    /// <summary>Whether its reader can have it tried again, alone or with others. Nobody tries an alert.</summary>
    public bool CanBeRetried => !Item.IsFinished && Item.Alert is null && Retry.IsAvailable;

    /// <summary>Whether its reader can mark it as done by hand, alone or with others. An order that hangs has other ways out.</summary>
    public bool CanBeFinished => !Item.IsFinished && Item.Kind is not UnfinishedKind.MovingOrder && Finish.IsAvailable;

    /// <summary>What tries it again: the effect of that name, or the last step of an order that hangs (<see cref="UnfinishedItem.EffectId"/>).</summary>
    internal static OrderCommand RetryOf(string effectId) => effectId.Length == 0 ? new TryAgain() : new RetryEffect(effectId);

    /// <summary>Asks the rules on what the row shows; when it is done they are asked again, on the order.</summary>
    internal static UnfinishedLine Of(UnfinishedItem item, Actor reader, bool isBrought, DateTimeOffset now)
    {
        var facts = OrderFacts.NotOnRecord(item.OrderId) with
        {
            Version = 1,
            Status = item.Status,
            StatusDueAt = item.Kind is UnfinishedKind.MovingOrder ? item.Since : null,
            Effects = [new(item.EffectId, item.State)],
        };
        return item.Kind is UnfinishedKind.MovingOrder
            ? new(item, View(new TryAgain()), new(CommandKind.CancelAsIncomplete, Eligibility.Of(CommandKind.CancelAsIncomplete, facts, reader, now, Policy.Default).Decision), isBrought)
            : new(item, View(new RetryEffect(item.EffectId)), View(new FinishByHand(item.EffectId, "-")), isBrought);

        ActionView View(OrderCommand command) => new(CommandKind.TryAgain, Rules.Decide(facts, command, reader, now, Policy.Default));
    }

    /// <summary>The same thing at another moment.</summary>
    internal bool HasMoved(UnfinishedItem now) =>
        (now.State, now.Attempts, now.NextAttemptAt, now.LastAnswer) != (Item.State, Item.Attempts, Item.NextAttemptAt, Item.LastAnswer);
}

/// <summary>All that the page shows at one moment.</summary>
/// <param name="Query">What these rows answer.</param>
/// <param name="Reader">Who looks.</param>
/// <param name="SeesAddresses">Whether the reader may see customers' e-mail addresses.</param>
/// <param name="Tally">Null: the store could not be counted.</param>
/// <param name="Arrived">How many belong on this page and came after it was read.</param>
public sealed record UnfinishedScreen(
    UnfinishedQuery Query, Actor Reader, bool SeesAddresses, IReadOnlyList<UnfinishedLine> Lines, string? Next, string? Previous, UnfinishedTally? Tally, int Arrived = 0) : IRowsScreen
{
    /// <inheritdoc/>
    public string Address => Query.Address;

    /// <summary>How many orders of channels could not be taken in yet.</summary>
    public int Untaken => (int)(Tally?.Untaken ?? 0);

    /// <summary>How many of the rows are not done.</summary>
    public int Shown => Lines.Count(line => !line.Item.IsFinished);

    /// <summary>How much the filter shows in all; of a sort of debt nobody counts more than stands here.</summary>
    public long CountOf(UnfinishedFilter filter) => filter.Money is null && Tally is not null ? Tally.Of(filter) : Shown;

    /// <summary>The keys of the rows that can be chosen, in their order.</summary>
    public IReadOnlyList<long> Open => [.. Lines.Where(line => line.CanBeChosen).Select(line => line.Item.Key)];
}
