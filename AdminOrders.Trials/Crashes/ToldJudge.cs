using AdminOrders.Core.Storage;

namespace AdminOrders.Trials.Crashes;

/// <summary>What lies between a store and one whom it has to tell of cancellations.</summary>
/// <param name="Done">Of how many it has been told.</param>
/// <param name="Owed">Of how many it has still to be told.</param>
internal sealed record FoundTold(int Done, int Owed, IReadOnlyList<string> Faults);

/// <summary>That somebody has to be told of an order.</summary>
/// <param name="Order">By which it knows the order.</param>
internal sealed record ToldDebt(string Order, DeliveryState State);

/// <summary>Compares whom a store says it has told with whom it asked.</summary>
internal static class ToldJudge
{
    /// <summary>Who is told may be told again; who is told of nothing that happened, or not told at all, is a fault.</summary>
    /// <param name="who">For people.</param>
    public static FoundTold Judge(string who, IReadOnlyCollection<ToldDebt> debts, Memory memory)
    {
        var known = debts.Select(debt => debt.Order).ToHashSet(StringComparer.Ordinal);
        return new(
            debts.Count(debt => debt.State is DeliveryState.Done),
            debts.Count(debt => debt.State is DeliveryState.Owed),
            [
                .. memory.Faults,
                .. memory.Asked.Keys.Where(order => !known.Contains(order)).Select(order => $"nobody owed that {who} was asked to cancel {order}"),
                .. debts.Where(debt => debt.State is DeliveryState.Done && !memory.Asked.ContainsKey(debt.Order)).Select(debt => $"{who} has been told of {debt.Order}, and was never asked"),
                .. debts.Where(debt => debt.State is DeliveryState.Failed).Select(debt => $"to tell {who} of {debt.Order} was given up"),
            ]);
    }
}
