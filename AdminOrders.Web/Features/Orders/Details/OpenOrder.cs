using AdminOrders.Core.Storage;

namespace AdminOrders.Web.Features.Orders.Details;

/// <summary>The order of an open page: read once, followed from then on, and read again when something has happened to it.</summary>
internal sealed class OpenOrder(OrderScreens screens, OrderNeighbors neighbors, OrderFeed feed) : IDisposable
{
    private readonly CancellationTokenSource gone = new();
    private IDisposable? following;

    /// <summary>The order as it was read last; null: there is none with that id.</summary>
    public OrderScreen? Screen { get; private set; }

    /// <summary>The ids of the orders beside it in the list that it was opened from.</summary>
    public (string? Previous, string? Next) Neighbors { get; private set; }

    /// <summary>What somebody else did last; null: nothing, or it was read.</summary>
    public OrderNews? News { get; private set; }

    /// <summary>Reads the order of the address, or takes it over with the ticket of the page's first answer.</summary>
    public async Task OpenAsync(string orderId, string address, string? ticket)
    {
        var query = OrderNeighbors.ListQueryOf(address);
        News = null;
        Screen = await screens.TakeAsync(ticket, orderId, query, gone.Token);
        if (Screen is not null)
        {
            Neighbors = await neighbors.FindAsync(Screen.Order.OrderId, query, gone.Token);
        }
    }

    /// <summary>Calls back whenever something has happened to the order; once at once where that was before anybody listened.</summary>
    public async Task FollowAsync(Func<Task> changed)
    {
        if (following is null && Screen is not null)
        {
            following = feed.Subscribe(keys => Screen is not null && keys.Contains(Screen.Order.Key) ? changed() : Task.CompletedTask);
            if (await screens.IsStaleAsync(Screen.Order, gone.Token))
            {
                await changed();
            }
        }
    }

    /// <summary>Reads the order again.</summary>
    /// <returns>What somebody else has done to it since; null where nobody did.</returns>
    public async Task<OrderNews?> RefreshAsync()
    {
        if (gone.IsCancellationRequested || Screen is not { } before
            || await screens.ReadAsync(before.Order.OrderId, before.Address.ListQuery, gone.Token) is not { } now)
        {
            return null;
        }

        Screen = now;
        var other = OrderNews.Between(before, now);
        News = other ?? News;
        return other;
    }

    /// <summary>The reader has seen the news.</summary>
    public void Dismiss() => News = null;

    public void Dispose()
    {
        following?.Dispose();
        gone.Cancel();
        gone.Dispose();
    }
}
