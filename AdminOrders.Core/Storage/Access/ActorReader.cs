using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>Finds who acts by their id, with what they may at this moment: for work that goes on when they have left.</summary>
public sealed class ActorReader(UserDoor users, AppKeyDoor keys)
{
    private const string User = "user:";
    private const string Key = "key:";

    /// <summary>The actor; null: the account is gone or locked, the key is revoked.</summary>
    public Task<Actor?> Find(string id, CancellationToken cancellationToken = default) => id switch
    {
        _ when id.StartsWith(User, StringComparison.Ordinal) => FindUser(id[User.Length..], cancellationToken),
        _ when id.StartsWith(Key, StringComparison.Ordinal) => keys.ActorOf(id[Key.Length..], cancellationToken),
        _ => Task.FromResult<Actor?>(null),
    };

    private async Task<Actor?> FindUser(string id, CancellationToken cancellationToken) =>
        await users.Find(id, cancellationToken) is { } user ? user.Granted.To(new(Side.Store, User + id, user.DisplayName)) : null;
}
