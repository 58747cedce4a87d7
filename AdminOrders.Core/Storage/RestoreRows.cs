namespace AdminOrders.Core.Storage;

/// <summary>
/// The store was replaced by a backup. Positions go on behind those that were drawn before, so that no follower meets one twice: what was written
/// since the backup is a gap.
/// </summary>
public sealed class RestoreRow
{
    /// <summary>Rises with every restore, also where the backup knows nothing of the ones before.</summary>
    public int Number { get; set; }

    /// <summary>UTC ticks.</summary>
    public long RestoredAt { get; set; }

    /// <summary>The last position of the backup; 0: it had no history.</summary>
    public long LastPosition { get; set; }

    /// <summary>The next position is the one behind this.</summary>
    public long ContinuesBehind { get; set; }
}
