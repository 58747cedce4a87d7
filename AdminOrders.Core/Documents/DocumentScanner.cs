using System.Buffers;

namespace AdminOrders.Core.Documents;

/// <summary>
/// Finds the documents in a file: one object, an array of them, one per line, or one after the other.
/// Looks at brackets, quotes and line ends only, so that a broken document costs itself and not the rest of the file.
/// </summary>
internal sealed class DocumentScanner(int largestDocument = DocumentScanner.LargestDocument)
{
    /// <summary>Bytes; an order with a thousand lines has less than a tenth of it.</summary>
    public const int LargestDocument = 16 * 1024 * 1024;

    /// <summary>Levels of objects and arrays inside each other.</summary>
    public const int DeepestDocument = 64;

    private static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[]\n"u8);
    private static readonly SearchValues<byte> StringEnds = SearchValues.Create("\"\\\n"u8);
    private static readonly SearchValues<byte> Continues = SearchValues.Create(",:[{"u8);

    private readonly ArrayBufferWriter<byte> document = new(16 * 1024);
    private readonly List<DocumentSlice> found = [];
    private long line = 1;
    private long startLine;
    private long complainedLine;
    private int lists;
    private int depth;
    private int deepest;
    private bool inString;
    private bool escaped;
    private bool isTooLarge;
    private bool newLineSince;
    private byte significant;
    private bool onePerLine = true;
    private long documents;
    private bool hasBegun;

    /// <summary>The line that is being read, from 1.</summary>
    public long Line => line;

    /// <summary>The file begins as one in UTF-16 or UTF-32 does, and as none in UTF-8: nothing in it is a document.</summary>
    public bool IsOtherEncoding { get; private set; }

    /// <summary>Takes the next bytes of the file and returns the documents that end in them. The list is reused.</summary>
    public List<DocumentSlice> Feed(ReadOnlySpan<byte> bytes)
    {
        found.Clear();
        Begin(bytes);
        while (!bytes.IsEmpty && !IsOtherEncoding)
        {
            bytes = bytes[(depth == 0 ? BetweenDocuments(bytes) : inString ? InsideString(bytes) : InsideDocument(bytes))..];
        }

        return found;
    }

    /// <summary>The file is over: what is still open is reported.</summary>
    public List<DocumentSlice> Finish()
    {
        found.Clear();
        if (depth > 0)
        {
            Break(DocumentProblem.Unfinished);
        }
        else if (lists > 0)
        {
            found.Add(new(line, default, DocumentProblem.UnclosedList));
        }

        return found;
    }

    private void Begin(ReadOnlySpan<byte> bytes)
    {
        if (!hasBegun && bytes is [0xFE or 0xFF, ..])
        {
            IsOtherEncoding = true;
            found.Add(new(line, default, DocumentProblem.InvalidUtf8));
        }

        hasBegun |= !bytes.IsEmpty;
    }

    private int BetweenDocuments(ReadOnlySpan<byte> bytes)
    {
        switch (bytes[0])
        {
            case (byte)'{':
                Begin();
                return 1;
            case (byte)'\n':
                line++;
                return 1;
            case (byte)'[':
                lists++;
                return 1;
            case (byte)']' when lists > 0:
                lists--;
                return 1;
            case (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)',' or 0xEF or 0xBB or 0xBF:
                return 1;
            default:
                return PassOver(bytes);
        }
    }

    // Something that is no object: said once per line, passed over up to where an object may begin again.
    private int PassOver(ReadOnlySpan<byte> bytes)
    {
        if (complainedLine != line)
        {
            complainedLine = line;
            var problem = bytes[0] >= 0x80 ? DocumentProblem.InvalidUtf8 : DocumentProblem.NotADocument;
            found.Add(new(line, default, problem));
        }

        var next = bytes[1..].IndexOfAny("{\n,]"u8);
        return next < 0 ? bytes.Length : next + 1;
    }

    private void Begin()
    {
        document.ResetWrittenCount();
        isTooLarge = false;
        inString = escaped = newLineSince = false;
        significant = (byte)'{';
        startLine = line;
        depth = deepest = 1;
        Keep("{"u8);
    }

    private int InsideDocument(ReadOnlySpan<byte> bytes)
    {
        var at = bytes.IndexOfAny(Structure);
        var before = at < 0 ? bytes : bytes[..at];
        Notice(before);
        if (at < 0)
        {
            Keep(bytes);
            return bytes.Length;
        }

        if (bytes[at] == (byte)'{' && IsNewDocument())
        {
            Break(DocumentProblem.Unfinished);
            return at;
        }

        Keep(bytes[..(at + 1)]);
        Step(bytes[at]);
        return at + 1;
    }

    private void Notice(ReadOnlySpan<byte> between)
    {
        var rest = between.TrimEnd(" \t\r"u8);
        if (!rest.IsEmpty)
        {
            significant = rest[^1];
            newLineSince = false;
        }
    }

    // An object that opens a line inside a document is a member or element only after , : [ or {. In a file of one document per line it never is.
    private bool IsNewDocument() => newLineSince && (!Continues.Contains(significant) || (onePerLine && documents > 0));

    private void Step(byte structure)
    {
        switch (structure)
        {
            case (byte)'\n':
                line++;
                newLineSince = true;
                return;
            case (byte)'"':
                inString = true;
                break;
            case (byte)'{' or (byte)'[':
                deepest = Math.Max(deepest, ++depth);
                break;
            default:
                depth--;
                break;
        }

        significant = structure;
        newLineSince = false;
        if (depth == 0)
        {
            End();
        }
    }

    private int InsideString(ReadOnlySpan<byte> bytes)
    {
        if (escaped)
        {
            escaped = false;
            if (bytes[0] != (byte)'\n')
            {
                Keep(bytes[..1]);
                return 1;
            }
        }

        var at = bytes.IndexOfAny(StringEnds);
        if (at < 0)
        {
            Keep(bytes);
            return bytes.Length;
        }

        Keep(bytes[..(at + 1)]);
        escaped = bytes[at] == (byte)'\\';
        inString = escaped;
        if (bytes[at] == (byte)'\n')
        {
            // No string holds a line end: the document is broken, and the next line can be told from it.
            line++;
            newLineSince = true;
        }

        return at + 1;
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        if (isTooLarge)
        {
            return;
        }

        if (document.WrittenCount + bytes.Length > largestDocument)
        {
            isTooLarge = true;
            document.ResetWrittenCount();
            return;
        }

        document.Write(bytes);
    }

    private void End()
    {
        onePerLine &= lists == 0 && startLine == line;
        documents++;
        if (isTooLarge)
        {
            Break(DocumentProblem.TooLarge);
        }
        else if (deepest > DeepestDocument)
        {
            Break(DocumentProblem.TooDeep);
        }
        else
        {
            found.Add(new(startLine, document.WrittenSpan.ToArray()));
        }
    }

    private void Break(DocumentProblem problem)
    {
        found.Add(new(startLine, default, isTooLarge ? DocumentProblem.TooLarge : problem));
        depth = 0;
        inString = false;
    }
}
