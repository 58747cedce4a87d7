using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AdminOrders.Tests.Connectors.Amazon;

/// <summary>What Amazon takes: an operation's method and path, its query by names and values, its body by fields.</summary>
internal static class AmazonCallContract
{
    private static readonly JsonObject Operations =
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Connectors", "Amazon", "Contract", "calls.json")))!.AsObject();

    /// <summary>Everything about the call that Amazon would not take; none: it fits. The operation's name comes first where it is one.</summary>
    public static (string? Operation, string[] Problems) Check(AmazonCall call)
    {
        var found = Operations.FirstOrDefault(operation => operation.Value!["method"]!.GetValue<string>() == call.Method && IsPath(operation.Value["path"]!.GetValue<string>(), call.Path));
        return found.Value is { } operation
            ? (found.Key, [.. Query(operation, call.Query), .. Body(operation["body"]?.AsObject(), call.Body), .. call.Token.Length > 0 ? [] : new[] { "no token" }])
            : (null, [$"no such operation: {call.Method} {call.Path}"]);
    }

    // A place in the path is one segment, of letters, digits and hyphens.
    private static bool IsPath(string template, string path) =>
        Regex.IsMatch(path, $"^{string.Join("[0-9A-Za-z-]+", template.Split("{orderId}").Select(Regex.Escape))}\\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static IEnumerable<string> Query(JsonNode operation, string query)
    {
        var sent = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)).ToList();
        var known = operation["query"]!.AsObject();
        foreach (var twice in sent.GroupBy(part => part[0], StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return $"{twice.Key} is there twice";
        }

        foreach (var part in sent)
        {
            var value = part.Length == 2 ? Uri.UnescapeDataString(part[1]) : "";
            if ((known[part[0]] is { } rule ? Problem(rule, value) : "is no parameter") is { } problem)
            {
                yield return $"{part[0]} {problem}";
            }
        }

        if (operation["oneOf"] is JsonArray needed && !needed.Any(name => sent.Exists(part => part[0] == name!.GetValue<string>())))
        {
            yield return $"one of {string.Join(", ", needed)} is needed";
        }
    }

    private static IEnumerable<string> Body(JsonObject? fields, string body)
    {
        if (fields is null)
        {
            return body.Length == 0 ? [] : ["a body is sent and none is taken"];
        }

        return Parse(body) is { } sent
            ? fields.Where(field => sent[field.Key] is null).Select(field => $"{field.Key} is missing")
                .Concat(sent.Select(field => fields[field.Key] is { } rule ? Problem(rule, (field.Value as JsonValue)?.ToString() ?? "") is { } problem ? $"{field.Key} {problem}" : null : $"{field.Key} is no field").OfType<string>())
            : ["the body is no object"];
    }

    private static JsonObject? Parse(string body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Problem(JsonNode rule, string value)
    {
        var words = rule["enum"]?.AsArray().Select(word => word!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        return rule["type"]!.GetValue<string>() switch
        {
            _ when value.Length == 0 => "is empty",
            "date-time" => DateTimeOffset.TryParseExact(value, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _) ? null : "is no date in UTC",
            "integer" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= rule["from"]!.GetValue<int>() && number <= rule["to"]!.GetValue<int>() ? null : "is out of its bounds",
            "list" when value.Split(',').Length > (rule["most"]?.GetValue<int>() ?? int.MaxValue) => "has too many",
            "list" => value.Split(',').FirstOrDefault(one => one.Length == 0 || words?.Contains(one) == false) is { } odd ? $"has \"{odd}\"" : null,
            _ => words?.Contains(value) == false ? $"is \"{value}\"" : null,
        };
    }
}
