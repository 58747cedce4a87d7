using System.Globalization;
using AdminOrders.Core.Storage.Channels;

namespace AdminOrders.Core.Connectors.Amazon;

/// <summary>
/// Asks Amazon for what it has changed, window by window. Windows overlap, and one counts as asked for when all of its pages have been taken: whatever stops it
/// before, it is asked for again.
/// </summary>
internal sealed class AmazonPoll(AmazonClient client, AmazonLooks looks, ChannelInbox inbox, ChannelProgress progress, TimeProvider time)
{
    /// <summary>How often a new window begins; Amazon grants a call every three minutes.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromMinutes(5);

    /// <summary>What two windows have in common: Amazon's index may be late.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    /// <summary>What a channel that was never asked is asked for first.</summary>
    public static readonly TimeSpan FirstWindow = TimeSpan.FromDays(7);

    private const string Channel = ChannelNames.Amazon;
    private static readonly TimeSpan NotYetIndexed = TimeSpan.FromMinutes(2);
    private Window? window;
    private DateTimeOffset notBefore = DateTimeOffset.MinValue;

    /// <summary>The next page, if it is time for one. Returns when there will be more to do.</summary>
    public async Task<DateTimeOffset> Turn(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now < notBefore)
        {
            return notBefore;
        }

        window ??= await Begin(now, cancellationToken);
        return notBefore = await client.SearchOrders(window.From, window.NextPage, cancellationToken) switch
        {
            AmazonAnswer<AmazonOrderPage>.Done { Content: var page } => await Take(window, page, now, cancellationToken),
            AmazonAnswer<AmazonOrderPage>.NotNow later => await Wait(later, cancellationToken),
            AmazonAnswer<AmazonOrderPage>.Refused refused => await BeginAnew(refused.Words, now, cancellationToken),
            _ => throw new InvalidOperationException("An answer that nobody reads."),
        };
    }

    /// <summary>What has been read of the window is read again: another process may have been at work since.</summary>
    public void Forget() => (window, notBefore) = (null, DateTimeOffset.MinValue);

    private async Task<Window> Begin(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var from = await progress.PolledTo(Channel, cancellationToken) is { } polledTo ? polledTo - Overlap : now - FirstWindow;
        return new(from, now - NotYetIndexed, null);
    }

    private async Task<DateTimeOffset> Take(Window asked, AmazonOrderPage page, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await TakeAll(page.Orders, cancellationToken);
        var nameless = asked.Nameless + await LookAgain(asked, page.Unreadable, cancellationToken);
        if (page.NextToken is { } next)
        {
            window = asked with { To = Earlier(asked.To, page.LastUpdatedBefore), NextPage = next, Nameless = nameless };
            return now;
        }

        window = null;
        await progress.Polled(Channel, Earlier(asked.To, page.LastUpdatedBefore), cancellationToken);
        if (nameless > 0)
        {
            await progress.Failed(Channel, string.Create(CultureInfo.InvariantCulture, $"Orders that Amazon told of without an id that could be read: {nameless}."), cancellationToken);
        }

        return now + Pace;
    }

    // What cannot be read on a page is asked for by itself, and the log says what comes of that. Returns how many have no id to ask for.
    private async Task<int> LookAgain(Window asked, string[] unreadable, CancellationToken cancellationToken)
    {
        foreach (var id in unreadable.Where(AmazonClient.IsOrderId).Distinct(StringComparer.Ordinal))
        {
            await inbox.Take(new(Channel, $"poll:{id}:{asked.From.UtcTicks}", id, ChannelHint.Polled), cancellationToken);
        }

        return unreadable.Count(id => !AmazonClient.IsOrderId(id));
    }

    private async Task TakeAll(AmazonOrder[] orders, CancellationToken cancellationToken)
    {
        var found = orders.Select(order => (Order: order, Hint: HintOf(order))).DistinctBy(found => found.Hint.NotificationId, StringComparer.Ordinal).ToList();
        var known = await inbox.Known(Channel, [.. found.Select(order => order.Hint.NotificationId)], cancellationToken);
        foreach (var (order, hint) in found.Where(order => !known.Contains(order.Hint.NotificationId)))
        {
            await Keep(hint, await looks.Take(order, cancellationToken), cancellationToken);
        }
    }

    // What could not be taken in waits with the hints, and is looked at by itself until it can.
    private Task Keep(ChannelHint found, ChannelLook look, CancellationToken cancellationToken) =>
        look.Deed is ChannelDeed.Unreadable ? inbox.Take(found, cancellationToken) : inbox.Log(found, look, cancellationToken);

    private static ChannelHint HintOf(AmazonOrder order) =>
        new(Channel, $"poll:{order.OrderId}:{order.LastUpdatedTime.UtcTicks}", order.OrderId, ChannelHint.Polled);

    private async Task<DateTimeOffset> Wait(AmazonAnswer<AmazonOrderPage>.NotNow later, CancellationToken cancellationToken)
    {
        if (!later.IsOwnPace)
        {
            await progress.Failed(Channel, later.Words, cancellationToken);
        }

        return later.NotBefore;
    }

    // A page's token may have run out.
    private async Task<DateTimeOffset> BeginAnew(string words, DateTimeOffset now, CancellationToken cancellationToken)
    {
        window = null;
        await progress.Failed(Channel, words, cancellationToken);
        return now + Pace;
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset? other) => other < one ? other.Value : one;

    private sealed record Window(DateTimeOffset From, DateTimeOffset To, string? NextPage, int Nameless = 0);
}
