namespace AdminOrders.Core.Storage;

/// <summary>Where a page of the queue begins: behind the deadline, or before it, ties broken by the key. Opaque outside.</summary>
internal sealed record RequestCursor(long DueAt, long Key, bool Backward)
{
    /// <summary>Letters, digits, <c>-</c> and <c>_</c> only.</summary>
    public string Encode() => OpaqueText.Of(this);

    /// <summary>The cursor that the text says; null where it is none.</summary>
    public static RequestCursor? Decode(string? text) => OpaqueText.Read<RequestCursor>(text);
}
