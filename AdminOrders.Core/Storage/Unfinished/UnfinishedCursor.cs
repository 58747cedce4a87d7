using System.Globalization;

namespace AdminOrders.Core.Storage;

/// <summary>Where a page of unfinished work begins: behind the key, or before it.</summary>
internal sealed record UnfinishedCursor(long Key, bool Backward)
{
    /// <summary>For example <c>1204</c>, or <c>-1204</c> for what is before it.</summary>
    public string Encode() => (Backward ? -Key : Key).ToString(CultureInfo.InvariantCulture);

    /// <summary>The cursor that the text says; null where it is none.</summary>
    public static UnfinishedCursor? Decode(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var key) && key is not (0 or long.MinValue)
        && Enum.IsDefined(UnfinishedKey.PartOf(Math.Abs(key)))
            ? new(Math.Abs(key), key < 0)
            : null;

    /// <summary>Where a part of the list begins for who goes on from here: at a number of its own, or at its near end.</summary>
    public UnfinishedCursor? In(UnfinishedPart part) => part == UnfinishedKey.PartOf(Key) ? this with { Key = UnfinishedKey.NumberOf(Key) }
        : Backward ? this with { Key = long.MaxValue }
        : null;
}
