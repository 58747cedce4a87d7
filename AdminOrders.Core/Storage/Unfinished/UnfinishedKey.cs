namespace AdminOrders.Core.Storage;

/// <summary>What a list of unfinished work is made of, in its order: what is urgent stands first.</summary>
internal enum UnfinishedPart
{
    Alerts,
    MovingOrders,
    Deliveries,
}

/// <summary>The key of a row: its part of the list, and its number there (of an alert its order's and its kind, of an order its own, of a delivery its own).</summary>
internal static class UnfinishedKey
{
    private const int PartAt = 60;
    private const int Kinds = 64;

    public static long Of(UnfinishedPart part, long number) => ((long)part << PartAt) | number;

    public static long Of(long orderKey, int alert) => Of(UnfinishedPart.Alerts, (orderKey * Kinds) + alert);

    public static UnfinishedPart PartOf(long key) => (UnfinishedPart)(key >> PartAt);

    public static long NumberOf(long key) => key & ((1L << PartAt) - 1);

    /// <summary>The order and the kind that an alert's number names.</summary>
    public static (long OrderKey, int Kind) Alert(long number) => (number / Kinds, (int)(number % Kinds));
}
