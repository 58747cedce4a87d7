using System.Collections.Immutable;
using AdminOrders.Core.Text;
using AdminOrders.Web.Features.Orders.Details;

namespace AdminOrders.Web.Features.Orders.Dialogs;

/// <summary>A field that is not yet right.</summary>
/// <param name="Field">The id of its input.</param>
/// <param name="Message">What is asked for, in the reader's language.</param>
public sealed record FieldProblem(string Field, string Message);

/// <summary>What is not yet right in a dialog; the first one gets the focus.</summary>
public sealed record FieldProblems(ImmutableArray<FieldProblem> All)
{
    /// <summary>The longest text that the rules take in a field.</summary>
    public const int MaxLength = 500;

    public static FieldProblems None { get; } = new([]);

    /// <summary>What is wrong with the field; null: nothing.</summary>
    public string? this[string field] => All.FirstOrDefault(problem => problem.Field == field)?.Message;

    /// <summary>Those of the list that are there.</summary>
    public static FieldProblems Of(params ReadOnlySpan<FieldProblem?> problems) => new([.. problems.ToArray().OfType<FieldProblem>()]);

    /// <summary>Null where it holds.</summary>
    public static FieldProblem? Unless(bool holds, string field, string message) => holds ? null : new(field, message);

    /// <summary>Null where the text is there and not too long.</summary>
    public static FieldProblem? Required(string text, string field, string message) =>
        string.IsNullOrWhiteSpace(text) ? new(field, message) : TooLong(text, field);

    /// <summary>Null where the text is not too long.</summary>
    public static FieldProblem? TooLong(string text, string field) =>
        text.Length > MaxLength ? new(field, OrderWords.Say(Texts.Dialog_TooLong, MaxLength)) : null;
}

/// <summary>What was typed, as commands carry it.</summary>
internal static class Typed
{
    /// <summary>Without spaces around; null for nothing.</summary>
    public static string? OrNull(string typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
