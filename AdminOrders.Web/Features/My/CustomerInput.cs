using System.Globalization;

namespace AdminOrders.Web.Features.My;

/// <summary>What a customer has filled in.</summary>
/// <param name="Reason">The label id of one of the store's reasons, <see cref="Other"/>, or nothing.</param>
/// <param name="Text">As typed; counts with <see cref="Other"/> only.</param>
public sealed record CustomerInput(string Reason, string Text)
{
    public const string Other = "other";

    /// <summary>As long as every reason.</summary>
    public const int LongestText = 500;

    public static CustomerInput Empty { get; } = new("", "");

    public bool IsOther => Reason == Other;

    public int? LabelId => int.TryParse(Reason, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    // A browser counts a new line as one letter and sends two.
    public static CustomerInput Of(IFormCollection form) => new(form["reason"].ToString(), form["text"].ToString().ReplaceLineEndings("\n").Trim());
}

/// <summary>What is wrong with what was filled in.</summary>
public enum CustomerMistake
{
    ReasonMissing,

    /// <summary>The store words it in another way by now, or does not offer it any more.</summary>
    ReasonGone,
    TextMissing,
    TextTooLong,
    TextUnfit,
}
