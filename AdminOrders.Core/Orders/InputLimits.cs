namespace AdminOrders.Core.Orders;

/// <summary>How much a command may say, in letters as .NET counts them (UTF-16) where nothing else is told.</summary>
public static class InputLimits
{
    public const int ReasonLength = 500;
    public const int NoteLength = 500;
    public const int CommentLength = 2000;
    public const int InvoiceNumberLength = 60;
    public const int LinkLength = 2000;
    public const int ParcelTextLength = 200;
    public const int DateLength = 60;

    /// <summary>Places of a parcel on its way.</summary>
    public const int MostSteps = 200;

    /// <summary>As much of a text of somebody outside as is kept: its beginning, without half a letter at the end.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
