using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AdminOrders.Core.Documents;

namespace AdminOrders.Tests.Documents;

public sealed class BadDocumentTests
{
    /// <summary>Where it goes wrong, what is written there (null: the field is taken away), what is said.</summary>
    public static TheoryData<string, string?, DocumentProblem> BadFields => new()
    {
        { "orderId", null, DocumentProblem.Missing },
        { "orderId", "\"\"", DocumentProblem.Missing },
        { "orderId", "7", DocumentProblem.NotText },
        { "orderId", "\"a/b\"", DocumentProblem.ForbiddenCharacter },
        { "orderId", "\"a b\"", DocumentProblem.ForbiddenCharacter },
        { "orderId", "\".\"", DocumentProblem.ForbiddenCharacter },
        { "orderId", "\"..\"", DocumentProblem.ForbiddenCharacter },
        { "orderId", "\"v1\u200b-01\"", DocumentProblem.ForbiddenCharacter },
        { "orderId", "\"v1-\u202e01\"", DocumentProblem.ForbiddenCharacter },
        { "orderId", "\"v1-\ud83c\udff4\udb40\udc67\"", DocumentProblem.ForbiddenCharacter },
        { "orderId", Text(101), DocumentProblem.TooLong },
        { "value", null, DocumentProblem.Missing },
        { "value", "\"2500\"", DocumentProblem.NotWholeNumber },
        { "value", "25.5", DocumentProblem.NotWholeNumber },
        { "value", "-1", DocumentProblem.Negative },
        { "value", "1e300", DocumentProblem.TooBig },
        { "value", "10000000000001", DocumentProblem.TooBig },
        { "creationDate", null, DocumentProblem.Missing },
        { "creationDate", "\"yesterday\"", DocumentProblem.NotDate },
        { "creationDate", "\"0001-01-01T00:00:00Z\"", DocumentProblem.NotDate },
        { "creationDate", "1709461245", DocumentProblem.NotDate },
        { "lastChange", "\"2026-13-01T00:00:00Z\"", DocumentProblem.NotDate },
        { "authorizedDate", "true", DocumentProblem.NotDate },
        { "storePreferencesData", null, DocumentProblem.Missing },
        { "storePreferencesData", "\"BRL\"", DocumentProblem.NotObject },
        { "storePreferencesData.currencyCode", "\"R$\"", DocumentProblem.NotCurrency },
        { "status", "5", DocumentProblem.NotText },
        { "status", Text(101), DocumentProblem.TooLong },
        { "value", "1e999", DocumentProblem.TooBig },
        { "value", "{\"amount\":1}", DocumentProblem.NotWholeNumber },
        { "items", "[null]", DocumentProblem.Missing },
        { "items[0].name", Text(1_001), DocumentProblem.TooLong },
        { "items[0].sellingPrice", "9223372036854775808", DocumentProblem.TooBig },
        { "clientProfileData", $"{{\"email\":{Text(501)}}}", DocumentProblem.TooLong },
        { "paymentData", """{"transactions":[{"payments":[{"id":"A","value":-1}]}]}""", DocumentProblem.Negative },
        { "paymentData", """{"transactions":"none"}""", DocumentProblem.NotList },
        { "status", "\"\\u0000\"", DocumentProblem.ForbiddenCharacter },
        { "items", "{}", DocumentProblem.NotList },
        { "items", "[7]", DocumentProblem.NotObject },
        { "items", "[" + string.Join(',', Enumerable.Repeat("{}", 10_001)) + "]", DocumentProblem.TooMany },
        { "items[0].id", null, DocumentProblem.Missing },
        { "items[0].quantity", null, DocumentProblem.Missing },
        { "items[0].quantity", "-2", DocumentProblem.Negative },
        { "items[0].quantity", "1000001", DocumentProblem.TooBig },
        { "items[0].quantity", "1.5", DocumentProblem.NotWholeNumber },
        { "items[0].sellingPrice", "-1", DocumentProblem.Negative },
        { "clientProfileData", "[]", DocumentProblem.NotObject },
        { "clientProfileData", """{"isCorporate":"no"}""", DocumentProblem.NotFlag },
        { "packageAttachment", """{"packages":[{"invoiceNumber":"1","invoiceValue":-5}]}""", DocumentProblem.Negative },
        { "packageAttachment", """{"packages":[{"invoiceValue":5}]}""", DocumentProblem.Missing },
        { "packageAttachment", """{"packages":[{"invoiceNumber":"1","invoiceValue":5,"type":"Sideways"}]}""", DocumentProblem.UnknownKind },
        { "packageAttachment", """{"packages":[{"invoiceNumber":"1","invoiceValue":5,"items":[{"itemIndex":3,"quantity":1}]}]}""", DocumentProblem.NoSuchItem },
        { "packageAttachment", """{"packages":[{"invoiceNumber":"1","invoiceValue":5},{"invoiceNumber":"1","invoiceValue":6}]}""", DocumentProblem.Duplicate },
        { "paymentData", """{"transactions":[{"payments":[{"id":"A","value":1},{"id":"A","value":2}]}]}""", DocumentProblem.Duplicate },
        { "shippingData", """{"logisticsInfo":[{"itemIndex":1}]}""", DocumentProblem.NoSuchItem },
    };

    /// <summary>Documents that are broken as text.</summary>
    public static TheoryData<string, DocumentProblem> BadTexts => new()
    {
        { """{"orderId":"x",}""", DocumentProblem.Malformed },
        { """{"orderId":"x" "value":1}""", DocumentProblem.Malformed },
        { """{"orderId":]}""", DocumentProblem.Malformed },
        { """{'orderId':'x'}""", DocumentProblem.Malformed },
        { """{"orderId":"x","value":NaN}""", DocumentProblem.Malformed },
        { """{"orderId":"x","value":01}""", DocumentProblem.Malformed },
        { "{\"orderId\":\"a\tb\"}", DocumentProblem.Malformed },
        { """{"orderId":"\ud83d"}""", DocumentProblem.InvalidEscape },
        { """{"note":"\ude00\ud83d"}""", DocumentProblem.InvalidEscape },
        { "{\"orderId\":\"\u00ff\"}", DocumentProblem.InvalidUtf8 },
    };

    [Theory]
    [MemberData(nameof(BadFields))]
    public void A_bad_field_is_named_with_its_reason(string path, string? written, DocumentProblem problem)
    {
        var reading = TestDocuments.Read(TestDocuments.Smallest(document => Write(document, path, written)));

        Assert.Null(reading.Order);
        Assert.Contains(reading.Errors, error => error.Problem == problem && error.Field.StartsWith(path, StringComparison.Ordinal));
        Assert.All(reading.Errors, error => Assert.NotEqual(error.Problem.ToString(), error.Reason));
    }

    [Theory]
    [MemberData(nameof(BadTexts))]
    public void A_broken_document_is_named_with_its_reason(string document, DocumentProblem problem)
    {
        var error = Assert.Single(TestDocuments.Reader.Read(Encoding.Latin1.GetBytes(document)).Errors);
        Assert.Equal((problem, ""), (error.Problem, error.Field));
    }

    [Fact]
    public void Everything_that_is_wrong_with_a_document_is_said_at_once()
    {
        var reading = TestDocuments.Read(TestDocuments.Smallest(document =>
        {
            document.Remove("value");
            document["items"]![0]!["quantity"] = "two";
            document["storePreferencesData"]!["currencyCode"] = 7;
        }));
        Assert.Equal(["items[0].quantity", "storePreferencesData.currencyCode", "value"], reading.Errors.Select(error => error.Field).Order());
        Assert.All(reading.Errors, error => Assert.Equal("v1-01", error.OrderId));
    }

    [Fact]
    public void Whatever_replaces_a_value_of_an_example_nothing_is_thrown()
    {
        string[] replacements = ["null", "-1", "\"\"", "[]", "{}", "true", "1e99", "\"\\u0000\"", "[[]]", "[null]", "\"9999-99-99\""];
        var example = TestDocuments.Example("get-order");
        Parallel.ForEach(ValuesOf(example), value =>
        {
            foreach (var replacement in replacements)
            {
                byte[] changed = [.. example.AsSpan(0, value.From), .. Encoding.UTF8.GetBytes(replacement), .. example.AsSpan(value.To)];
                var reading = TestDocuments.Reader.Read(changed);
                Assert.True(reading.Order is null == reading.Errors.Length > 0, $"{replacement} at byte {value.From}");
            }
        });
    }

    /// <summary>The smallest document with that in the place of the field.</summary>
    internal static byte[] Bytes(string path, string? written) =>
        Encoding.UTF8.GetBytes(TestDocuments.Smallest(document => Write(document, path, written)).ToJsonString());

    private static string Text(int length) => $"\"{new string('x', length)}\"";

    private static void Write(JsonObject document, string path, string? written)
    {
        var steps = path.Replace("[0]", ".0", StringComparison.Ordinal).Split('.');
        var holder = steps[..^1].Aggregate<string, JsonNode>(document, (node, step) => step == "0" ? node[0]! : node[step]!);
        if (written is null)
        {
            holder.AsObject().Remove(steps[^1]);
        }
        else
        {
            holder[steps[^1]] = JsonNode.Parse(written);
        }
    }

    // Where the values inside the document begin and end, in bytes.
    private static List<(int From, int To)> ValuesOf(byte[] json)
    {
        var values = new List<(int, int)>();
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.CurrentDepth > 0 && reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.EndObject or JsonTokenType.EndArray))
            {
                var inner = reader;
                inner.Skip();
                values.Add(((int)reader.TokenStartIndex, (int)inner.BytesConsumed));
            }
        }

        return values;
    }
}
