using System.Text.Json;
using System.Text.Json.Nodes;

namespace AdminOrders.Core.Documents;

/// <summary>
/// What a channel's connector notes in a document, where VTEX's apps keep what is theirs: <c>customData.customApps</c> with the id <c>channel</c> and
/// the fields <c>channel</c> and <c>fulfilledBy</c> (<c>channel</c> or <c>store</c>).
/// </summary>
internal static class ChannelMark
{
    private const string App = "channel";
    private const string FulfilledBy = "fulfilledBy";

    public static JsonObject Of(string channel, bool isFulfilledByChannel) => new()
    {
        ["customApps"] = new JsonArray(new JsonObject
        {
            ["id"] = App,
            ["major"] = 1,
            ["fields"] = new JsonObject { ["channel"] = channel, [FulfilledBy] = isFulfilledByChannel ? "channel" : "store" },
        }),
    };

    /// <summary>Whether the channel sends the goods of the document's order from its own warehouse.</summary>
    public static bool IsFulfilledByChannel(DocumentField root) =>
        root["customData"]["customApps"].List().Any(app => app["id"].Text() == App && app["fields"][FulfilledBy].Text() == "channel");

    /// <summary>Whether a connector made the document: then it may replace it.</summary>
    public static bool IsOn(ReadOnlyMemory<byte> document)
    {
        using var stored = JsonDocument.Parse(document);
        return stored.RootElement.TryGetProperty("customData", out var custom) && custom.ValueKind is JsonValueKind.Object
            && custom.TryGetProperty("customApps", out var apps) && apps.ValueKind is JsonValueKind.Array
            && apps.EnumerateArray().Any(app => app.ValueKind is JsonValueKind.Object && app.TryGetProperty("id", out var id) && id.ValueEquals(App));
    }
}
