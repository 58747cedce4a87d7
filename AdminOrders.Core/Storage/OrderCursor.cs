namespace AdminOrders.Core.Storage;

/// <summary>Where a row stands in a sort: the column's value, with ties broken by the key.</summary>
/// <param name="Text">The value of a sort by status, id or origin, else "".</param>
/// <param name="Number">The sort column's value; the creation in a sort by status or origin.</param>
internal sealed record OrderPosition(string Text, long Number, long Key);

/// <summary>The place where a page of the list begins, and the direction of reading. Opaque outside.</summary>
internal sealed record OrderCursor(OrderSort Sort, bool Ascending, bool Backward, OrderPosition Position)
{
    /// <summary>Letters, digits, <c>-</c> and <c>_</c> only; holds no personal data.</summary>
    public string Encode() => OpaqueText.Of(this);

    /// <summary>The cursor that <paramref name="text"/> says; null where it is none, or one of another order of rows.</summary>
    public static OrderCursor? Decode(string? text, OrderFilter filter) =>
        OpaqueText.Read<OrderCursor>(text) is { Position.Text: not null } cursor && cursor.Sort == filter.Sort && cursor.Ascending == filter.Ascending ? cursor : null;
}
