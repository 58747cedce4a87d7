using AdminOrders.Core.Orders;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Storage;

/// <summary>Who of the store may have canceled orders: its people and its app keys, also those who may not any more, and the system.</summary>
public sealed class Cancelers(IDbContextFactory<OrdersDb> databases)
{
    /// <summary>By actor id and name, in the order of the names; the system first.</summary>
    public async Task<IReadOnlyList<Assignee>> List(CancellationToken cancellationToken = default)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var people = await database.Users.Select(user => new { Id = "user:" + user.Id, Name = user.DisplayName }).ToListAsync(cancellationToken);
        var keys = await database.AppKeys.Select(key => new { Id = "key:" + key.Id, key.Name }).ToListAsync(cancellationToken);
        return [new(Actor.System.Id, Actor.System.Name), .. people.Concat(keys).OrderBy(who => who.Name, StringComparer.CurrentCulture).Select(who => new Assignee(who.Id, who.Name))];
    }
}
