namespace AdminOrders.Core.Storage;

/// <summary>What the history was at an instant: a hash over a stretch of it and the seal before (<see cref="SealHash"/>).</summary>
public sealed class SealRow
{
    /// <summary>1, 2, 3 … without a gap.</summary>
    public int Number { get; set; }

    /// <summary>The first and the last position that it covers; the next seal begins behind the last.</summary>
    public long FirstPosition { get; set; }

    public long LastPosition { get; set; }

    /// <summary>UTC ticks.</summary>
    public long SealedAt { get; set; }

    /// <summary>32 bytes.</summary>
    public byte[] Hash { get; set; } = [];
}
