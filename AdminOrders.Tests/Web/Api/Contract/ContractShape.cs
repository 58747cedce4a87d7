using System.Collections.Concurrent;
using System.Text.Json;

namespace AdminOrders.Tests.Web.Api.Contract;

/// <summary>
/// The shape of an answer in the contract: types of its schema, names of its example. A check fails with every difference that
/// <see cref="ContractExceptions"/> does not name.
/// </summary>
internal static class ContractShape
{
    private static readonly ConcurrentDictionary<string, JsonDocument> Shapes = new(StringComparer.Ordinal);

    /// <summary>Fails where the answer differs from the contract.</summary>
    /// <param name="operation">Name of a file in <c>Shapes</c>: <c>get-order</c>, <c>list-orders</c>, <c>cancel</c> …</param>
    public static void Check(string operation, string json)
    {
        using var answer = JsonDocument.Parse(json);
        Check(operation, answer.RootElement);
    }

    /// <inheritdoc cref="Check(string, string)"/>
    public static void Check(string operation, JsonElement answer) => Check(operation, answer, default);

    /// <summary>Fails where the answer differs from the contract, but for values that an imported document told so.</summary>
    /// <param name="told">The document; what it tells comes back, whether the contract knows it or not.</param>
    public static void Check(string operation, JsonElement answer, JsonElement told)
    {
        var allowed = told.ValueKind is JsonValueKind.Undefined ? [] : Differences(operation, told).Where(difference => !IsMissing(difference)).ToHashSet();
        var found = Differences(operation, answer).Distinct()
            .Where(difference => !allowed.Contains(difference) && !ContractExceptions.Allow(operation, difference)).ToList();
        Assert.True(found.Count == 0, $"{operation} differs from the contract:\n{string.Join('\n', found)}");
    }

    /// <summary>Every difference, each as <c>kind: path</c>, for example <c>missing: items[].lockId</c>.</summary>
    public static IReadOnlyList<string> Differences(string operation, JsonElement answer)
    {
        var found = new List<string>();
        var shape = Shapes.GetOrAdd(operation, name => JsonDocument.Parse(File.ReadAllText(FileOf(name))));
        Compare(shape.RootElement, isNullable: false, answer, "", found);
        return found;
    }

    private static bool IsMissing(string difference) => difference.StartsWith("missing:", StringComparison.Ordinal);

    private static string FileOf(string operation) => Path.Combine(AppContext.BaseDirectory, "Web", "Api", "Contract", "Shapes", operation + ".json");

    private static void Compare(JsonElement shape, bool isNullable, JsonElement answer, string path, List<string> found)
    {
        if (answer.ValueKind is JsonValueKind.Null)
        {
            if (!isNullable)
            {
                found.Add($"null: {path}");
            }

            return;
        }

        switch (shape.ValueKind)
        {
            case JsonValueKind.Object when answer.ValueKind is JsonValueKind.Object:
                CompareFields(shape, answer, path, found);
                break;
            case JsonValueKind.Array when answer.ValueKind is JsonValueKind.Array:
                CompareElements(shape, answer, path, found);
                break;
            case JsonValueKind.String when IsOneOf(shape.GetString()!, answer):
                break;
            default:
                found.Add($"type: {path}");
                break;
        }
    }

    private static void CompareFields(JsonElement shape, JsonElement answer, string path, List<string> found)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in shape.EnumerateObject())
        {
            var name = field.Name.TrimEnd('!', '?');
            known.Add(name);
            if (answer.TryGetProperty(name, out var value))
            {
                Compare(field.Value, field.Name.EndsWith('?'), value, Join(path, name), found);
            }
            else if (field.Name.AsSpan(name.Length).Contains('!'))
            {
                found.Add($"missing: {Join(path, name)}");
            }
        }

        found.AddRange(answer.EnumerateObject().Where(field => !known.Contains(field.Name)).Select(field => $"unknown: {Join(path, field.Name)}"));
    }

    private static void CompareElements(JsonElement shape, JsonElement answer, string path, List<string> found)
    {
        if (shape.GetArrayLength() == 0)
        {
            return;
        }

        foreach (var element in answer.EnumerateArray())
        {
            Compare(shape[0], isNullable: false, element, path + "[]", found);
        }
    }

    private static bool IsOneOf(string types, JsonElement answer) =>
        types.Length == 0 || types.Split('|').Any(type => type switch
        {
            "string" => answer.ValueKind is JsonValueKind.String,
            "boolean" => answer.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "number" => answer.ValueKind is JsonValueKind.Number,
            "integer" => answer.ValueKind is JsonValueKind.Number && answer.TryGetDecimal(out var number) && number == decimal.Truncate(number),
            "map" => answer.ValueKind is JsonValueKind.Object,
            _ => throw new InvalidOperationException($"The shape has a type {type}."),
        });

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
