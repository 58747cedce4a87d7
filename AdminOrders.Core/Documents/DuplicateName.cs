using System.Text;
using System.Text.Json;

namespace AdminOrders.Core.Documents;

/// <summary>Finds the member that an object names twice: readers differ in which of the two they believe, so nobody should have to.</summary>
internal static class DuplicateName
{
    /// <summary>The path of the first second one, for example <c>items[0].quantity</c>; null: there is none.</summary>
    public static string? First(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = DocumentScanner.DeepestDocument });
        var levels = new Stack<Level>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName when !levels.Peek().Begin(reader.GetString()!):
                    return PathOf(levels);
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    BeginElement(levels);
                    levels.Push(new Level(reader.TokenType is JsonTokenType.StartArray));
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    levels.Pop();
                    break;
                case not JsonTokenType.PropertyName:
                    BeginElement(levels);
                    break;
            }
        }

        return null;
    }

    private static void BeginElement(Stack<Level> levels)
    {
        if (levels.TryPeek(out var list))
        {
            list.BeginElement();
        }
    }

    private static string PathOf(Stack<Level> levels)
    {
        var path = new StringBuilder();
        foreach (var level in levels.Reverse())
        {
            path.Append(level.IsList || path.Length == 0 ? "" : ".").Append(level.Here);
        }

        return path.ToString();
    }

    private sealed class Level(bool isList)
    {
        private readonly HashSet<string> names = new(StringComparer.Ordinal);
        private int elements;
        private string name = "";

        public bool IsList => isList;

        public string Here => isList ? $"[{elements - 1}]" : name;

        public bool Begin(string member) => names.Add(name = member);

        public void BeginElement() => elements++;
    }
}
