using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AdminOrders.Web.Api.OpenApi;

/// <summary>What people read about an operation: a file of <c>Operations/</c> for each, with examples of what goes in and comes out.</summary>
/// <param name="Operations"><c>METHOD /path</c>, several where the contract has the same operation twice.</param>
/// <param name="Id">Unique; of the first of the operations, the others get a number behind it.</param>
internal sealed record OperationText(ImmutableArray<string> Operations, string Id, string Tag, string Summary, string Description)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    /// <summary>Everything that can be sent beside the body, path parameters too.</summary>
    public ImmutableArray<ParameterText> Parameters { get; init; } = [];

    /// <summary>The body; null: none is read.</summary>
    public RequestText? Request { get; init; }

    /// <summary>By status, those of success.</summary>
    public ImmutableDictionary<string, AnswerText> Answers { get; init; } = ImmutableDictionary<string, AnswerText>.Empty;

    /// <summary>Codes of the rules' refusals that a caller of this operation has to know.</summary>
    public ImmutableArray<string> Refusals { get; init; } = [];

    /// <summary>The path of the first operation.</summary>
    public string Path => Operations[0][(Operations[0].IndexOf(' ', StringComparison.Ordinal) + 1)..];

    /// <summary>By operation.</summary>
    public static FrozenDictionary<string, OperationText> All { get; } = Read()
        .SelectMany(text => text.Operations.Select(operation => KeyValuePair.Create(operation, text)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static IEnumerable<OperationText> Read()
    {
        var assembly = typeof(OperationText).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("Api.Operation.", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var file = assembly.GetManifestResourceStream(name)!;
            yield return JsonSerializer.Deserialize<OperationText>(file, Json) ?? throw new InvalidOperationException($"{name} is empty.");
        }
    }
}

/// <param name="In"><c>path</c>, <c>query</c> or <c>header</c>.</param>
internal sealed record ParameterText(string Name, string In, string Description, JsonNode Example);

/// <param name="Required">False: the operation can be called without a body.</param>
internal sealed record RequestText(bool Required, string Description, JsonNode Example);

/// <param name="Headers">Name and what it says.</param>
/// <param name="Example">Null: the answer has no body.</param>
internal sealed record AnswerText(string Description, ImmutableDictionary<string, string>? Headers = null, JsonNode? Example = null);
