using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using AdminOrders.Core.Documents;
using AdminOrders.Core.Orders;

namespace AdminOrders.Tests.Documents;

/// <summary>Documents for tests, and the reader at a fixed instant.</summary>
internal static class TestDocuments
{
    public static DateTimeOffset Now { get; } = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    public static OrderDocumentReader Reader { get; } = new(new FixedTime(Now), Policy.Default);

    public static byte[] Example(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Documents", "Examples", name + ".json"));

    /// <summary>The smallest document that is an order, after a change.</summary>
    public static JsonObject Smallest(Action<JsonObject>? change = null)
    {
        var document = new JsonObject
        {
            ["orderId"] = "v1-01",
            ["sequence"] = "1",
            ["status"] = "ready-for-handling",
            ["value"] = 2_500,
            ["creationDate"] = "2026-03-01T10:00:00Z",
            ["lastChange"] = "2026-03-02T10:00:00Z",
            ["storePreferencesData"] = new JsonObject { ["currencyCode"] = "BRL" },
            ["items"] = new JsonArray(new JsonObject { ["id"] = "18", ["name"] = "Lamp", ["quantity"] = 2, ["sellingPrice"] = 1_250 }),
        };
        change?.Invoke(document);
        return document;
    }

    public static DocumentReading Read(JsonNode document) => Reader.Read(Encoding.UTF8.GetBytes(document.ToJsonString()));

    public static ImportedOrder Order(Action<JsonObject>? change = null)
    {
        var reading = Read(Smallest(change));
        Assert.Empty(reading.Errors);
        return reading.Order!;
    }

    public static ImportedOrder OrderOf(byte[] json)
    {
        var reading = Reader.Read(json);
        Assert.Empty(reading.Errors);
        return reading.Order!;
    }

    public static async Task<ImmutableArray<DocumentSlice>> Split(byte[] file, int chunk = int.MaxValue)
    {
        var slices = ImmutableArray.CreateBuilder<DocumentSlice>();
        await foreach (var slice in DocumentSplitter.Split(new SmallReads(file, chunk)))
        {
            slices.Add(slice);
        }

        return slices.ToImmutable();
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    /// <summary>Gives at most so many bytes per read, as a network does.</summary>
    private sealed class SmallReads(byte[] content, int most) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer.Length > most ? buffer[..most] : buffer, cancellationToken);
    }
}
