using System.Text;
using System.Text.Json.Nodes;
using AdminOrders.Core.Documents;

namespace AdminOrders.Tests.Documents;

public sealed class CardSecretsTests
{
    [Theory]
    [InlineData("cvv2")]
    [InlineData("CVV2")]
    [InlineData("cvv")]
    [InlineData("SecurityCode")]
    public void A_security_code_is_never_kept(string name)
    {
        Assert.Equal("null", Kept(name, "\"737\""));
        Assert.Equal("null", Kept(name, "737"));
        Assert.Equal("null", Kept(name, "[7,{\"x\":[37]}]"));
    }

    [Fact]
    public void A_security_code_under_an_escaped_name_is_never_kept() => Assert.DoesNotContain("737", Copy("""{"\u0063vv2":"737"}"""), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"4012888888881881\"", "\"401288******1881\"")]
    [InlineData("4012888888881881", "\"401288******1881\"")]
    [InlineData("\"4012 8888 8888 1881\"", "\"4012 88** **** 1881\"")]
    [InlineData("\"\\u0034012888888881881\"", "\"401288******1881\"")]
    [InlineData("\"401288******1881\"", "\"401288******1881\"")]
    [InlineData("\"1881\"", "\"1881\"")]
    [InlineData("null", "null")]
    public void A_card_number_keeps_its_first_six_and_last_four_digits(string written, string kept) => Assert.Equal(kept, Kept("cardNumber", written));

    [Fact]
    public void Everything_else_stays_as_it_is_written()
    {
        var json = """{"n":1.0,"big":123456789012345678901234567890,"e":1e5,"t":"\u00e9\/\"é","same":1,"same":2,"empty":{},"list":[[],[1,{}]],"no":null,"yes":true,"cardHolder":"4012888888881881"}""";
        Assert.Equal(json, Copy(json));
    }

    [Fact]
    public void Blanks_between_tokens_make_no_difference()
    {
        var json = TestDocuments.Example("get-order");
        var indented = JsonNode.Parse(json)!.ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var minified = JsonNode.Parse(json)!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        Assert.Equal(TestDocuments.OrderOf(Encoding.UTF8.GetBytes(minified)).DocumentHash, TestDocuments.OrderOf(Encoding.UTF8.GetBytes(indented)).DocumentHash);
    }

    [Theory]
    [InlineData("get-order")]
    [InlineData("order-document")]
    public void A_stored_document_differs_from_what_came_in_card_secrets_only(string example)
    {
        var original = JsonNode.Parse(TestDocuments.Example(example))!;
        var stored = JsonNode.Parse(StoredDocument.Expand(TestDocuments.OrderOf(TestDocuments.Example(example)).Document))!;
        foreach (var payment in original["paymentData"]!["transactions"]![0]!["payments"]!.AsArray())
        {
            payment!["cvv2"] = null;
            payment["cardNumber"] = payment["cardNumber"] is null ? null : "401288******1881";
        }

        Assert.True(JsonNode.DeepEquals(original, stored));
    }

    private static string Kept(string name, string value) => Copy($$"""{"{{name}}":{{value}}}""")[(name.Length + 4)..^1];

    private static string Copy(string json)
    {
        var target = new System.Buffers.ArrayBufferWriter<byte>();
        Assert.Null(CardSecrets.CopyWithout(Encoding.UTF8.GetBytes(json), target));
        return Encoding.UTF8.GetString(target.WrittenSpan);
    }
}
