using System.Collections.Immutable;
using AdminOrders.Core.Orders;
using AdminOrders.Web.Ui;

namespace AdminOrders.Web.Features.Requests;

/// <summary>
/// Who has which order open now: its page or one of its dialogs, in windows of this process. It is a hint that costs nothing; what holds everywhere and
/// through a restart is who has taken a request.
/// </summary>
internal sealed class OrderPresence
{
    private readonly Lock gate = new();
    private ImmutableDictionary<string, ImmutableList<Assignee>> present = ImmutableDictionary<string, ImmutableList<Assignee>>.Empty.WithComparers(StringComparer.Ordinal);
    private Action<string>? followers;

    /// <summary>Somebody has the order open until the result is disposed of.</summary>
    public IDisposable Enter(string orderId, Assignee who)
    {
        Change(orderId, people => people.Add(who));
        return new Subscription(() => Change(orderId, people => people.Remove(who)));
    }

    /// <summary>The names of those who have it open, each once and without this one.</summary>
    public ImmutableArray<string> OthersAt(string orderId, string readerId) =>
        present.TryGetValue(orderId, out var people)
            ? [.. people.Where(who => who.Id != readerId).Select(who => who.Name).Distinct(StringComparer.CurrentCulture).Order(StringComparer.CurrentCulture)]
            : [];

    /// <summary>Calls back with the id of an order that somebody opened or left, in the culture of who follows. Dispose the result to stop.</summary>
    public IDisposable Follow(Action<string> follower)
    {
        var context = ExecutionContext.Capture();
        Action<string> changed = context is null ? follower : orderId => ExecutionContext.Run(context, _ => follower(orderId), null);
        lock (gate)
        {
            followers += changed;
        }

        return new Subscription(() =>
        {
            lock (gate)
            {
                followers -= changed;
            }
        });
    }

    private void Change(string orderId, Func<ImmutableList<Assignee>, ImmutableList<Assignee>> change)
    {
        Action<string>? told;
        lock (gate)
        {
            var people = change(present.GetValueOrDefault(orderId, []));
            present = people.IsEmpty ? present.Remove(orderId) : present.SetItem(orderId, people);
            told = followers;
        }

        told?.Invoke(orderId);
    }
}
