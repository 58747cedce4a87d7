namespace AdminOrders.Core.Storage.Verification;

/// <summary>The gaps that restores left: the next position does not follow from the last one of the backup.</summary>
internal sealed class PositionGaps(IEnumerable<RestoreRow> restores)
{
    private readonly Dictionary<long, long> behind = restores
        .GroupBy(restore => restore.LastPosition)
        .ToDictionary(backup => backup.Key, backup => backup.Max(restore => restore.ContinuesBehind));

    /// <summary>The position that the next one follows, after a row at this one.</summary>
    public long Behind(long position) => behind.GetValueOrDefault(position, position);
}
