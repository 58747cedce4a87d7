using System.Text.Json;

namespace AdminOrders.Tests.Web.Api.Contract;

/// <summary>The checker sees what it is for.</summary>
public sealed class ContractShapeTests
{
    private const string Receipt = """{"date":"2026-03-02T12:00:00Z","orderId":"v1-01","receipt":"0123"}""";

    [Fact]
    public void A_receipt_has_the_shape_of_the_contract() => ContractShape.Check("cancel", Receipt);

    [Theory]
    [InlineData("{}", "missing: date", "missing: orderId", "missing: receipt")]
    [InlineData("""{"date":1,"orderId":"v1-01","receipt":"0123"}""", "type: date")]
    [InlineData("""{"date":"x","orderId":null,"receipt":"0123"}""", "null: orderId")]
    [InlineData("""{"date":"x","orderId":"v1-01","receipt":"0123","more":true}""", "unknown: more")]
    public void A_difference_is_told_with_its_path(string json, params string[] expected) =>
        Assert.Equal(expected, Differences("cancel", json));

    [Fact]
    public void A_difference_deep_inside_is_told_once_per_element() => Assert.Contains(
        "missing: list[].orderId", Differences("list-orders", """{"list":[{}],"facets":[],"paging":{},"stats":{}}"""));

    [Fact]
    public void A_field_that_the_example_leaves_empty_may_be_null() => Assert.DoesNotContain(
        "null: error.exception", Differences("start-handling-409", """{"error":{"code":"1","message":"m","exception":null}}"""));

    private static IReadOnlyList<string> Differences(string operation, string json)
    {
        using var answer = JsonDocument.Parse(json);
        return ContractShape.Differences(operation, answer.RootElement);
    }
}
