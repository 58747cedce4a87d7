using AdminOrders.Core.Orders;
using AdminOrders.Core.Text;

namespace AdminOrders.Core.Documents;

/// <summary>Why a document, or one field of it, cannot be taken.</summary>
public enum DocumentProblem
{
    Malformed,
    Unfinished,
    UnclosedList,
    NotADocument,
    DamagedArchive,
    InvalidUtf8,
    InvalidEscape,
    TooLarge,
    TooDeep,
    Missing,
    NotText,
    NotWholeNumber,
    NotFlag,
    NotList,
    NotObject,
    NotDate,
    Negative,
    TooBig,
    TooLong,
    TooMany,
    NotCurrency,
    ForbiddenCharacter,
    UnknownKind,
    NoSuchItem,
    Duplicate,
    DuplicateName,

    /// <summary>The document is fine; the order did not take it.</summary>
    Refused,

    /// <summary>The document met a bug here, which is logged with its trace.</summary>
    Unexpected,
}

/// <summary>What is wrong, and where.</summary>
/// <param name="Line">Line of the file on which the document starts, from 1.</param>
/// <param name="Field">Path inside the document, for example <c>items[0].quantity</c>; "" for the document as a whole.</param>
public sealed record DocumentError(long Line, string Field, DocumentProblem Problem)
{
    /// <summary>The order's id as far as it could be read; "" where it could not.</summary>
    public string OrderId { get; init; } = "";

    /// <summary>Why the order did not take the document; null where the document itself is wrong.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>The problem in the words of the current UI culture; for a refused document the refusal's own.</summary>
    public string Reason => Word("ImportProblem_" + Problem) + (Refusal is { } refusal ? ": " + Word("Refusal_" + refusal) : "");

    private static string Word(string key) => Texts.ResourceManager.GetString(key, Texts.Culture) ?? key;
}
