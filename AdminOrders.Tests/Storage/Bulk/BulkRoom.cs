using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Bulk;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Storage.Bulk;

/// <summary>A store with somebody in it who may cancel, and the means to work jobs off.</summary>
internal sealed class BulkRoom(TestStore store) : IAsyncDisposable
{
    public TestStore Store => store;

    public BulkJobs Jobs => store.Get<BulkJobs>();

    public BulkReader Reader => store.Get<BulkReader>();

    /// <summary>A user of the store.</summary>
    public Actor Ana { get; private set; } = null!;

    public static Cancel SoldOut { get; } = new("", Side.Store, new Reason(null, "sold out"));

    public static async Task<BulkRoom> Open(Engine engine)
    {
        var room = new BulkRoom(await TestStore.Open(engine));
        await using (var db = room.Store.Read())
        {
            await Staff.Employ(db, Resource.CancelOrder, Resource.ListOrders, Resource.ViewOrder);
        }

        room.Ana = (await room.Store.Get<ActorReader>().Find("user:ana"))!;
        return room;
    }

    /// <summary>Orders, and their keys in this order.</summary>
    public async Task<IReadOnlyList<long>> Import(params IEnumerable<OrderBuilder> orders)
    {
        var built = orders.Select(order => order.AsImported()).ToList();
        await Task.WhenAll(built.Select(store.Import));
        await using var db = store.Read();
        var keys = await db.Orders.ToDictionaryAsync(order => order.OrderId, order => order.Key);
        return [.. built.Select(order => keys[order.Facts.OrderId])];
    }

    /// <summary>A draft that has been looked at.</summary>
    public async Task<string> Draft(IReadOnlyCollection<long> keys, OrderCommand? command = null)
    {
        var id = await Jobs.Draft(keys, command ?? SoldOut, Ana);
        await Work();
        return id;
    }

    /// <summary>Turns until nothing is left to be looked at or done.</summary>
    public Task Work() => Work(store.Services);

    public static async Task Work(IServiceProvider process)
    {
        while (await process.GetRequiredService<BulkRunner>().Turn(CancellationToken.None))
        {
        }
    }

    public async Task<BulkJobView> Job(string id) => (await Reader.Find(id))!;

    public async Task<IReadOnlyList<BulkItemView>> Items(string id) => (await Reader.Items(id, new(), 0, 10_000)).Rows;

    /// <summary>What became of each order, in the job's order.</summary>
    public async Task<IReadOnlyList<BulkOutcome>> Outcomes(string id) => [.. (await Items(id)).Select(item => item.Outcome)];

    /// <summary>Until it is so, for at most a minute.</summary>
    public static async Task Until(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await isSo())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
        }
    }

    /// <summary>Takes from everybody what lets them cancel.</summary>
    public async Task TakeAway(string resource)
    {
        await using var db = store.Read();
        await db.RoleClaims.Where(claim => claim.ClaimValue == resource).ExecuteDeleteAsync();
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
