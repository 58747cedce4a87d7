using System.Text;
using System.Text.Json;
using AdminOrders.Core.Sample;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Documents;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Api.Orders.Document;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Tests.Web.Api.Orders;

/// <summary>What a document tells comes back from Get order as it came, but for what we compute.</summary>
public sealed class RoundTripTests
{
    [Theory]
    [InlineData("get-order", "get-order")]
    [InlineData("order-document", "get-order")]
    [InlineData("order-document", "order-document")]
    [InlineData("order-group", "get-order")]
    [InlineData("order-group", "order-group")]
    public async Task A_full_document_comes_back_as_it_came(string example, string form)
    {
        await using var store = await TestStore.Open();
        foreach (var document in OrderContractTests.Documents(example))
        {
            var order = TestDocuments.OrderOf(document);
            await store.Import(order);
            await CheckRoundTrip(store, order.Facts.OrderId, document, WrittenOrder.Forms.Single(known => WrittenOrder.ShapeOf(known) == form));
        }
    }

    [Fact]
    public async Task Every_document_of_the_sample_comes_back_as_it_came()
    {
        await using var store = await TestStore.Open();
        await store.Get<SampleStore>().Add(SampleStore.Orders, SampleStore.Seed, null);
        await using var db = store.Read();
        foreach (var orderId in await db.Orders.Select(order => order.OrderId).ToListAsync())
        {
            var record = await store.Get<OrderRecords>().Get(orderId);
            await CheckRoundTrip(store, orderId, record!.Document, OrderForm.GetOrder);
        }
    }

    [Fact]
    public async Task A_name_that_the_document_escapes_is_the_same_name()
    {
        await using var store = await TestStore.Open();
        var document = """{"orderId":"v1-01","st\u0061tus":"handling","value":100,"creationDate":"2026-03-01T10:00:00Z","storePreferencesData":{"currencyCode":"BRL"},"items":[],"odd\"name":"\u00e9 \"quoted\""}""";
        await store.Import(TestDocuments.OrderOf(Encoding.UTF8.GetBytes(document)));

        var answer = await store.Read("v1-01");
        Assert.Single(answer.EnumerateObject(), field => field.Name == "status");
        Assert.Equal("é \"quoted\"", answer.GetProperty("odd\"name").GetString());
    }

    [Theory]
    [InlineData("MONTH", "MONTHLY")]
    [InlineData("DAILY", "DAILY")]
    [InlineData("fortnight", "fortnight")]
    public async Task A_subscriptions_period_is_told_in_the_words_of_the_form(string told, string elsewhere)
    {
        await using var store = await TestStore.Open();
        const string Document = """{"orderId":"v1-01","status":"handling","value":100,"creationDate":"2026-03-01T10:00:00Z","storePreferencesData":{"currencyCode":"BRL"},"items":[],"subscriptionData":{"Subscriptions":[{"Plan":{"frequency":{"periodicity":"PERIOD"}}}]}}""";
        await store.Import(TestDocuments.OrderOf(Encoding.UTF8.GetBytes(Document.Replace("PERIOD", told, StringComparison.Ordinal))));

        var pascal = (await store.Read("v1-01")).GetProperty("subscriptionData").GetProperty("Subscriptions")[0].GetProperty("Plan").GetProperty("frequency");
        var camel = (await store.Read("v1-01", OrderForm.OrderDocument)).GetProperty("subscriptionData").GetProperty("subscriptions")[0].GetProperty("plan").GetProperty("frequency");

        Assert.Equal((told == "DAILY" ? "DAY" : told, 0), (pascal.GetProperty("periodicity").GetString(), pascal.GetProperty("interval").GetInt32()));
        Assert.Equal(elsewhere, camel.GetProperty("periodicity").GetString());
    }

    [Fact]
    public async Task A_card_number_is_masked_and_its_code_is_never_told()
    {
        await using var store = await TestStore.Open();
        var order = TestDocuments.OrderOf(TestDocuments.Example("get-order"));
        await store.Import(order);
        foreach (var form in WrittenOrder.Forms)
        {
            var payment = (await store.Read(order.Facts.OrderId, form)).GetProperty("paymentData").GetProperty("transactions")[0].GetProperty("payments")[0];
            Assert.Equal("401288******1881", payment.GetProperty("cardNumber").GetString());
            Assert.Equal(JsonValueKind.Null, payment.GetProperty("cvv2").ValueKind);
        }
    }

    [Fact]
    public void Each_form_computes_what_the_list_names() => Assert.All(
        WrittenOrder.Forms,
        form => Assert.Equal(ComputedFields.All.Select(row => row.Field).Order(StringComparer.Ordinal), OrderWriter.Of(form).ComputedNames.Order(StringComparer.Ordinal)));

    private static async Task CheckRoundTrip(TestStore store, string orderId, byte[] document, OrderForm form)
    {
        using var told = JsonDocument.Parse(document);
        var answer = await store.Read(orderId, form);
        var computed = ComputedFields.All.Select(row => row.Field).ToHashSet(StringComparer.Ordinal);
        foreach (var field in told.RootElement.EnumerateObject().Where(field => !computed.Contains(field.Name)))
        {
            AssertTold(field.Value, answer.GetProperty(field.Name), field.Name);
        }

        foreach (var line in told.RootElement.GetProperty("items").EnumerateArray().Zip(answer.GetProperty("items").EnumerateArray()))
        {
            AssertTold(line.First, line.Second, "items[]");
        }
    }

    // What is told is there; what is there besides was missing. A name may have its first letter in the form's case.
    private static void AssertTold(JsonElement told, JsonElement answer, string path)
    {
        Assert.True(told.ValueKind == answer.ValueKind || IsSecret(path), $"{path}: {told.ValueKind} came back as {answer.ValueKind}");
        switch (told.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var field in told.EnumerateObject())
                {
                    AssertTold(field.Value, Member(answer, field.Name, path), $"{path}.{field.Name}");
                }

                break;
            case JsonValueKind.Array:
                Assert.Equal(told.GetArrayLength(), answer.GetArrayLength());
                foreach (var (first, second) in told.EnumerateArray().Zip(answer.EnumerateArray()))
                {
                    AssertTold(first, second, path + "[]");
                }

                break;
            default:
                Assert.True(IsSecret(path) || told.GetRawText() == answer.GetRawText() || told.ToString() == answer.ToString(), $"{path}: {told} came back as {answer}");
                break;
        }
    }

    private static JsonElement Member(JsonElement answer, string name, string path)
    {
        var other = char.IsUpper(name[0]) ? char.ToLowerInvariant(name[0]) + name[1..] : char.ToUpperInvariant(name[0]) + name[1..];
        return answer.TryGetProperty(name, out var same) || answer.TryGetProperty(other, out same)
            ? same
            : throw new Xunit.Sdk.XunitException($"{path}.{name} did not come back");
    }

    private static bool IsSecret(string path) => path.EndsWith(".cvv2", StringComparison.Ordinal) || path.EndsWith(".cardNumber", StringComparison.Ordinal);
}
