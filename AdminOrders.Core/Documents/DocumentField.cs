using System.Globalization;
using System.Text.Json;

namespace AdminOrders.Core.Documents;

/// <summary>
/// A field of a document that knows its path. Reading never throws: what is wrong is noted once, and a neutral value goes on,
/// so that one pass finds everything that is wrong with a document.
/// </summary>
internal sealed class DocumentField
{
    /// <summary>Minor units; a hundred billion of a currency with two decimals.</summary>
    private const long LargestAmount = 10_000_000_000_000;
    private const int LargestCount = 1_000_000;
    private const int LongestList = 10_000;
    private const int MostErrors = 20;

    private readonly JsonElement value;
    private readonly DocumentField? parent;
    private readonly string name;
    private readonly List<DocumentError> errors;
    private readonly long line;

    public DocumentField(JsonElement root, long line, List<DocumentError> errors)
        : this(root, null, "", line, errors)
    {
    }

    private DocumentField(JsonElement value, DocumentField? parent, string name, long line, List<DocumentError> errors)
    {
        this.value = value;
        this.parent = parent;
        this.name = name;
        this.line = line;
        this.errors = errors;
    }

    public bool IsAbsent => value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    /// <summary>The member of that name, in camel or Pascal case: documents come with both.</summary>
    public DocumentField this[string camel] => new(Member(camel), this, camel, line, errors);

    /// <summary>The elements of a list; none where it is absent.</summary>
    public IReadOnlyList<DocumentField> List()
    {
        if (IsAbsent || !Is(JsonValueKind.Array, DocumentProblem.NotList))
        {
            return [];
        }

        var length = value.GetArrayLength();
        if (length > LongestList)
        {
            Note(DocumentProblem.TooMany);
            return [];
        }

        var elements = new DocumentField[length];
        var index = 0;
        foreach (var element in value.EnumerateArray())
        {
            elements[index] = new DocumentField(element, this, string.Create(CultureInfo.InvariantCulture, $"[{index}]"), line, errors);
            index++;
        }

        return elements;
    }

    /// <summary>A text of at most that many characters; "" where it is absent.</summary>
    public string Text(int longest = 500)
    {
        if (IsAbsent || !Is(JsonValueKind.String, DocumentProblem.NotText))
        {
            return "";
        }

        var text = value.GetString()!;
        if (text.Length > longest)
        {
            return Note(DocumentProblem.TooLong, "");
        }

        return text.Contains('\0', StringComparison.Ordinal) ? Note(DocumentProblem.ForbiddenCharacter, "") : text;
    }

    /// <summary>A text that must be there.</summary>
    public string RequiredText(int longest = 500)
    {
        var known = errors.Count;
        var text = Text(longest);
        return text.Length == 0 && errors.Count == known ? Note(DocumentProblem.Missing, "") : text;
    }

    /// <summary>An amount in minor units, not negative; null where it is absent.</summary>
    public long? Amount() => Whole(LargestAmount);

    public long RequiredAmount() => IsAbsent ? Note(DocumentProblem.Missing, 0L) : Amount() ?? 0;

    /// <summary>A number of units or a position in a list, not negative; null where it is absent.</summary>
    public int? Count() => (int?)Whole(LargestCount);

    public bool? Flag()
    {
        if (IsAbsent)
        {
            return null;
        }

        return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : Note<bool?>(DocumentProblem.NotFlag, null);
    }

    /// <summary>An instant, UTC where the document names no offset; null where it is absent.</summary>
    public DateTimeOffset? Instant()
    {
        if (IsAbsent || !Is(JsonValueKind.String, DocumentProblem.NotDate))
        {
            return null;
        }

        return TryInstant() is { } instant ? instant : Note<DateTimeOffset?>(DocumentProblem.NotDate, null);
    }

    public DateTimeOffset RequiredInstant() =>
        IsAbsent ? Note(DocumentProblem.Missing, DateTimeOffset.UnixEpoch) : Instant() ?? DateTimeOffset.UnixEpoch;

    /// <summary>An instant if the field happens to be one: some dates of payments are free text.</summary>
    public DateTimeOffset? TryInstant() => InstantOf(value);

    /// <inheritdoc cref="TryInstant"/>
    public static DateTimeOffset? InstantOf(JsonElement value)
    {
        const DateTimeStyles AsUtc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (value.ValueKind is not JsonValueKind.String || value.GetString() is not ['1' or '2', _, _, _, '-', _, _, '-', ..] text)
        {
            return null;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, AsUtc, out var instant) && instant.Year is > 1990 and < 2200 ? instant : null;
    }

    /// <summary>Notes what is wrong with this field.</summary>
    public void Note(DocumentProblem problem)
    {
        if (errors.Count == MostErrors)
        {
            return;
        }

        var path = Path();
        if (!errors.Exists(error => error.Field == path))
        {
            errors.Add(new DocumentError(line, path, problem));
        }
    }

    private T Note<T>(DocumentProblem problem, T neutral)
    {
        Note(problem);
        return neutral;
    }

    private JsonElement Member(string camel) => IsAbsent || !Is(JsonValueKind.Object, DocumentProblem.NotObject) ? default : LooseJson.Member(value, camel);

    private bool Is(JsonValueKind kind, DocumentProblem otherwise)
    {
        if (value.ValueKind != kind)
        {
            Note(otherwise);
        }

        return value.ValueKind == kind;
    }

    private long? Whole(long largest)
    {
        if (IsAbsent || !Is(JsonValueKind.Number, DocumentProblem.NotWholeNumber))
        {
            return null;
        }

        // 1160.0 is a whole number too; what no decimal holds is too big for any order.
        if (!value.TryGetInt64(out var whole))
        {
            if (!value.TryGetDecimal(out var exact) || Math.Abs(exact) > largest)
            {
                return Note<long?>(DocumentProblem.TooBig, null);
            }

            if (exact != decimal.Truncate(exact))
            {
                return Note<long?>(DocumentProblem.NotWholeNumber, null);
            }

            whole = (long)exact;
        }

        return whole < 0 ? Note<long?>(DocumentProblem.Negative, null)
            : whole > largest ? Note<long?>(DocumentProblem.TooBig, null)
            : whole;
    }

    private string Path()
    {
        if (parent is null)
        {
            return name;
        }

        var before = parent.Path();
        return before.Length == 0 || name[0] == '[' ? before + name : $"{before}.{name}";
    }
}
