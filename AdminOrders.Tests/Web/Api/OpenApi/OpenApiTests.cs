using System.Globalization;
using System.Net;
using System.Text.Json;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Api.Access;
using AdminOrders.Web.Api.NotOffered;
using AdminOrders.Web.Api.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace AdminOrders.Tests.Web.Api.OpenApi;

/// <summary>What the API says of itself. <c>ADMINORDERS_WRITE_OPENAPI=1</c> writes docs/openapi.json anew: what changed in it, changed for every caller.</summary>
public sealed class OpenApiTests
{
    private const string Address = "/openapi/v1.json";

    [Fact]
    public async Task Every_operation_is_described_and_nothing_else()
    {
        await using var api = await ApiStore.Open();

        var described = OperationText.All.Keys.Concat(NotOfferedOperations.All.Select(operation => $"{operation.Method} {operation.Path}"));

        Assert.Equal(described.Order(StringComparer.Ordinal), Mapped(api).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_document_is_the_one_in_the_documentation()
    {
        await using var api = await ApiStore.Open();
        using var client = api.AsNobody();
        var file = Path.Combine(Repository.Root, "docs", "openapi.json");

        var document = await client.GetStringAsync(Address);
        if (Environment.GetEnvironmentVariable("ADMINORDERS_WRITE_OPENAPI") == "1")
        {
            await File.WriteAllTextAsync(file, document + "\n");
        }

        Assert.Equal(await File.ReadAllTextAsync(file), document + "\n", ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task Every_operation_has_an_example_of_success_and_every_refusal_its_words()
    {
        await using var api = await ApiStore.Open();
        using var client = api.AsNobody();
        using var document = JsonDocument.Parse(await client.GetStringAsync(Address));
        Assert.Equal("3.1.1", document.RootElement.GetProperty("openapi").GetString());
        Assert.Equal(Mapped(api).Count, Operations(document).Count());
        Assert.Distinct(Operations(document).Where(operation => operation.TryGetProperty("operationId", out _)).Select(operation => operation.GetProperty("operationId").GetString()));

        foreach (var operation in Operations(document).Where(operation => operation.GetProperty("tags")[0].GetString() != "Not offered"))
        {
            var answers = operation.GetProperty("responses").EnumerateObject().ToDictionary(answer => answer.Name, answer => answer.Value, StringComparer.Ordinal);
            Assert.Superset(new HashSet<string>(["401", "403", "429", "500", "503"], StringComparer.Ordinal), answers.Keys.ToHashSet(StringComparer.Ordinal));
            Assert.Contains(answers.Keys, status => status is "200" or "202" or "204");
            Assert.All(answers.Where(answer => answer.Key[0] is '4' or '5'), answer => Assert.All(Examples(answer.Value), AssertEnvelope));
        }
    }

    [Fact]
    public async Task A_reader_of_OpenAPI_finds_nothing_wrong_with_the_document()
    {
        await using var api = await ApiStore.Open();
        using var client = api.AsNobody();

        var text = await client.GetStringAsync(Address);
        var read = OpenApiDocument.Parse(text, "json");
        using var document = JsonDocument.Parse(text);

        Assert.Empty(read.Diagnostic!.Errors.Concat(read.Diagnostic.Warnings).Select(problem => problem.ToString()));
        foreach (var path in document.RootElement.GetProperty("paths").EnumerateObject())
        {
            var named = path.Name.Split('{').Skip(1).Select(part => part[..part.IndexOf('}', StringComparison.Ordinal)]).Order(StringComparer.Ordinal);
            Assert.All(path.Value.EnumerateObject(), operation => Assert.Equal(named, InPath(operation.Value)));
        }

        var tags = document.RootElement.GetProperty("tags").EnumerateArray().Select(tag => tag.GetProperty("name").GetString());
        Assert.Equal(Operations(document).Select(operation => operation.GetProperty("tags")[0].GetString()).Distinct().Order(StringComparer.Ordinal), tags);
    }

    [Fact]
    public async Task What_is_not_offered_is_described_with_its_answers_too()
    {
        await using var api = await ApiStore.Open();
        using var client = api.AsNobody();
        using var document = JsonDocument.Parse(await client.GetStringAsync(Address));
        var paths = document.RootElement.GetProperty("paths");

        var feed = paths.GetProperty("/api/orders/feed").GetProperty("get");
        var changes = paths.GetProperty("/api/order-system/orders/{changeOrderId}/changes").GetProperty("get");

        Assert.Equal("GetApiOrdersFeed", feed.GetProperty("operationId").GetString());
        Assert.Equal(["401", "403", "413", "415", "429", "500", "501", "503"], feed.GetProperty("responses").EnumerateObject().Select(answer => answer.Name));
        AssertEnvelope(Assert.Single(Examples(feed.GetProperty("responses").GetProperty("501"))));
        Assert.Equal("not-offered", changes.GetProperty("responses").GetProperty("501").GetProperty("content").GetProperty("application/problem+json")
            .GetProperty("examples").GetProperty("not-offered").GetProperty("value").GetProperty("code").GetString());
    }

    [Fact]
    public async Task No_operation_answers_what_its_description_does_not_name()
    {
        await using var api = await ApiStore.Open();
        await api.Import(An.Order().Handling().AsImported());
        using var erp = await api.AsErp();
        using var document = JsonDocument.Parse(await erp.GetStringAsync(Address));
        foreach (var path in document.RootElement.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                var named = operation.Value.GetProperty("responses").EnumerateObject().Select(answer => answer.Name).ToList();
                foreach (var (body, type) in Bodies)
                {
                    using var request = new HttpRequestMessage(HttpMethod.Parse(operation.Name), path.Name.Replace("{orderId}", "1000000000001-01", StringComparison.Ordinal));
                    request.Content = body is null ? null : new StringContent(body, null, type);
                    using var answer = await erp.SendAsync(request);
                    Assert.Contains(((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture), named);
                }
            }
        }
    }

    private static readonly (string? Body, string Type)[] Bodies =
        [(null, ""), ("{}", "application/json"), ("""{"reason":""", "application/json"), ("<a/>", "text/xml"), (new string(' ', (1024 * 1024) + 1), "application/json")];

    [Theory]
    [InlineData("/api/oms/pvt/orders/{orderId}/start-handling", "409", "OMS003")]
    [InlineData("/api/orders/pvt/document/{orderId}/deny-cancellation-request", "400", "stale")]
    [InlineData("/api/oms/pvt/orders/{orderId}/payments/{paymentId}/payment-notification", "404", "no-payment")]
    public async Task A_refusal_is_described_as_its_operation_tells_it(string path, string status, string code)
    {
        await using var api = await ApiStore.Open();
        using var client = api.AsNobody();
        using var document = JsonDocument.Parse(await client.GetStringAsync(Address));
        var answers = document.RootElement.GetProperty("paths").GetProperty(path).GetProperty("post").GetProperty("responses");

        Assert.Contains(Examples(answers.GetProperty(status)), example => example.GetProperty("error").GetProperty("code").GetString() == code);
    }

    [Fact]
    public async Task Its_pages_open_without_signing_in_and_run_no_script_but_their_own()
    {
        await using var api = await ApiStore.Open();
        using var client = api.AsNobody();

        using var page = await client.GetAsync("/api-docs/index.html");

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("script-src 'self'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static List<string> Mapped(ApiStore api) =>
    [
        .. from endpoint in api.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           where endpoint.Metadata.GetMetadata<NeededResources>() is not null
           from method in endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods
           select $"{method} {endpoint.RoutePattern.RawText}",
    ];

    private static IEnumerable<JsonElement> Operations(JsonDocument document) =>
        document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Select(operation => operation.Value);

    private static IEnumerable<string?> InPath(JsonElement operation) =>
        (operation.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : default)
        .Where(parameter => parameter.GetProperty("in").GetString() == "path").Select(parameter => parameter.GetProperty("name").GetString()).Order(StringComparer.Ordinal);

    private static IEnumerable<JsonElement> Examples(JsonElement answer) =>
        answer.GetProperty("content").GetProperty("application/json").GetProperty("examples").EnumerateObject().Select(example => example.Value.GetProperty("value"));

    private static void AssertEnvelope(JsonElement example)
    {
        Assert.NotEmpty(example.GetProperty("error").GetProperty("code").GetString()!);
        Assert.NotEmpty(example.GetProperty("error").GetProperty("message").GetString()!);
    }
}
