using System.Collections.Immutable;

namespace AdminOrders.Core.Storage;

/// <summary>How many orders have an open request.</summary>
/// <param name="Open">All of them.</param>
/// <param name="Nobodys">Those that nobody has taken.</param>
/// <param name="DueSoon">Those due within a day, overdue ones too.</param>
/// <param name="Overdue">Those whose deadline is over and waits for its timer.</param>
/// <param name="ByAssignee">How many each has taken, in the order of the actors' ids.</param>
public sealed record RequestTally(int Open, int Nobodys, int DueSoon, int Overdue, ImmutableArray<(string AssigneeId, int Count)> ByAssignee)
{
    /// <summary>How many that person has taken.</summary>
    public int Of(string assigneeId) => ByAssignee.FirstOrDefault(row => row.AssigneeId == assigneeId).Count;

    public bool Equals(RequestTally? other) =>
        other is not null && (Open, Nobodys, DueSoon, Overdue) == (other.Open, other.Nobodys, other.DueSoon, other.Overdue) && ByAssignee.SequenceEqual(other.ByAssignee);

    public override int GetHashCode() => HashCode.Combine(Open, Nobodys, DueSoon, Overdue);
}
