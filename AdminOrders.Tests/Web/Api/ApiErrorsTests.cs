using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Api;
using AdminOrders.Web.Api.Errors;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web.Api;

/// <summary>What is refused is JSON with a code, a status and words, whatever it was.</summary>
public sealed partial class ApiErrorsTests
{
    private const string Feed = "/api/orders/feed";

    public static TheoryData<string> Refusals => [.. Enum.GetNames<Refusal>()];

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Every_refusal_of_the_rules_has_a_code_a_status_and_words_with_the_way_out(string name)
    {
        var refusal = Enum.Parse<Refusal>(name);
        AssertComplete(ApiErrors.Refused(new Refused(refusal) { Field = "reason", WhoMay = ["Owner"] }));
        Assert.Equal(refusal is Refusal.NotFound ? "OMS007" : RefusalCodes.Of(refusal), ApiErrors.Refused(new Refused(refusal)).Code);
    }

    [Fact]
    public void Every_other_refusal_of_the_api_has_a_code_a_status_and_words_with_the_way_out()
    {
        var factories = typeof(ApiErrors).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.ReturnType == typeof(ApiError)).ToArray();
        Assert.True(factories.Length > 15);
        Assert.All(factories, factory => AssertComplete((ApiError)factory.Invoke(null, [.. factory.GetParameters().Select(Some)])!));
    }

    [Theory]
    [InlineData(Refusal.PartiallyInvoiced, HttpStatusCode.BadRequest)]
    [InlineData(Refusal.InvalidInput, HttpStatusCode.BadRequest)]
    [InlineData(Refusal.WrongStatus, HttpStatusCode.Conflict)]
    [InlineData(Refusal.MissingResource, HttpStatusCode.Forbidden)]
    [InlineData(Refusal.NotFound, HttpStatusCode.NotFound)]
    [InlineData(Refusal.ChangedMeanwhile, HttpStatusCode.PreconditionFailed)]
    public void The_statuses_that_callers_know_stay(Refusal refusal, HttpStatusCode status) =>
        Assert.Equal((int)status, ApiErrors.Refused(new Refused(refusal)).Status);

    [Theory]
    [InlineData("GET", "/api/oms/pvt/nothing", HttpStatusCode.NotFound, "unknown-path")]
    [InlineData("GET", "/api", HttpStatusCode.NotFound, "unknown-path")]
    [InlineData("GET", "/API/OMS/pvt/%01", HttpStatusCode.NotFound, "unknown-path")]
    [InlineData("HEAD", Feed, HttpStatusCode.MethodNotAllowed, null)]
    [InlineData("PUT", Feed, HttpStatusCode.MethodNotAllowed, "method-not-allowed")]
    [InlineData("GET", Feed + "?q=%00", HttpStatusCode.BadRequest, "invalid-input")]
    public async Task What_is_not_there_is_said_in_the_envelope_in_english(string method, string address, HttpStatusCode status, string? code)
    {
        await using var api = await ApiStore.Open();
        var client = await api.AsErp();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("es-ES");
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        using var request = new HttpRequestMessage(new(method), address);
        using var answer = await client.SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(code, method is "HEAD" ? null : (await ErrorOf(answer)).GetProperty("code").GetString());
        Assert.Equal(status is HttpStatusCode.MethodNotAllowed ? ["GET", "POST"] : [], answer.Content.Headers.Allow.Order());
    }

    [Fact]
    public async Task An_address_with_two_slashes_is_answered_by_the_api_in_plain_letters()
    {
        await using var api = await ApiStore.Open();
        using var answer = await (await api.AsErp()).GetAsync(new Uri("http://localhost//api/oms/pvt/orders"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("unknown-path", (await ErrorOf(answer)).GetProperty("code").GetString());
        using var nobody = await api.AsNobody().GetAsync(new Uri("http://localhost//api/oms/pvt/orders"));
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
        Assert.Contains("Settings > App keys", await nobody.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_order_system_a_refusal_is_a_problem()
    {
        await using var api = await ApiStore.Open();
        using var answer = await api.AsNobody().GetAsync(new Uri("/api/order-system/orders/1/changes", UriKind.Relative));

        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(401, problem.GetProperty("status").GetInt32());
        Assert.Equal("Unauthorized", problem.GetProperty("title").GetString());
        Assert.NotEmpty(problem.GetProperty("traceId").GetString()!);
        Assert.False(problem.TryGetProperty("error", out _));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_of_more_than_one_mebibyte_is_refused_whether_its_length_is_announced_or_not(bool announced)
    {
        await using var api = await ApiStore.Open();
        var client = await api.AsErp();
        foreach (var (length, status) in new[] { (ApiBody.Longest, HttpStatusCode.NotImplemented), (ApiBody.Longest + 1, HttpStatusCode.RequestEntityTooLarge) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Feed) { Content = new ByteArrayContent(new byte[length]) };
            request.Headers.TransferEncodingChunked = !announced;
            request.Content.Headers.ContentLength = announced ? length : null;
            using var answer = await client.SendAsync(request);
            Assert.Equal(status, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("""{"name":"x","count":"1"}""", "count")]
    [InlineData("""{"name":1}""", "name")]
    [InlineData("""{"name":"x","lines":[{"price":1},{"price":1.5}]}""", "lines[1].price")]
    [InlineData("""{"name":"x","count":99999999999}""", "count")]
    [InlineData("""{"name":"x","name":"y"}""", "name")]
    [InlineData("""{"name":null}""", "name")]
    [InlineData("""{"name":"a\u0000b"}""", "name")]
    [InlineData("""{"name":"\ud800"}""", "name")]
    [InlineData("""{"name":"x",""", null)]
    [InlineData("""[1]""", null)]
    [InlineData("""{"name":"x"} {}""", null)]
    public void Malformed_json_is_refused_with_the_field_that_is_wrong_and_never_its_value(string json, string? field)
    {
        var refused = Assert.Throws<ApiRefusedException>(() => StrictJson.Read<Sent>(new(Encoding.UTF8.GetBytes(json), "application/json")));

        Assert.Equal((400, "malformed-json"), (refused.Error.Status, refused.Error.Code));
        Assert.Equal(ApiErrors.Malformed(field).Message, refused.Error.Message);
    }

    [Theory]
    [InlineData("application/json", true)]
    [InlineData("application/json; charset=UTF-8", true)]
    [InlineData("application/vnd.vtex.ds.v10+json", true)]
    [InlineData("application/json; charset=utf-16", false)]
    [InlineData("text/plain", false)]
    [InlineData("application/x-www-form-urlencoded", false)]
    [InlineData("nonsense", false)]
    [InlineData(null, false)]
    public void Json_is_known_by_its_content_type(string? contentType, bool isJson)
    {
        var sent = new SentBody(Encoding.UTF8.GetBytes("""{"NAME":"x","more":{"deep":[1]}}"""), contentType);
        if (isJson)
        {
            Assert.Equal("x", StrictJson.Read<Sent>(sent)!.Name);
        }
        else
        {
            Assert.Equal(415, Assert.Throws<ApiRefusedException>(() => StrictJson.Read<Sent>(sent)).Error.Status);
        }
    }

    [Theory]
    [InlineData("my-request.7", true)]
    [InlineData("has spaces", false)]
    [InlineData("", false)]
    public async Task The_id_of_a_request_comes_back_or_is_made(string sent, bool isKept)
    {
        await using var api = await ApiStore.Open();
        var client = api.AsNobody();
        client.DefaultRequestHeaders.TryAddWithoutValidation("X-Request-Id", sent);
        using var answer = await client.GetAsync(new Uri(Feed, UriKind.Relative));

        var id = Assert.Single(answer.Headers.GetValues("X-Request-Id"));
        Assert.Equal(isKept, id == sent);
        Assert.NotEmpty(id);
    }

    [Fact]
    public async Task A_request_id_that_is_too_long_is_replaced()
    {
        await using var api = await ApiStore.Open();
        var client = api.AsNobody();
        client.DefaultRequestHeaders.Add("X-Request-Id", new string('a', 129));
        using var answer = await client.GetAsync(new Uri(Feed, UriKind.Relative));
        Assert.Equal(32, answer.Headers.GetValues("X-Request-Id").Single().Length);
    }

    [Fact]
    public async Task A_bug_is_told_with_a_trace_id_and_without_what_it_was()
    {
        await using var api = await ApiStore.Open();
        var client = await api.AsErp();
        await Run(api, """DROP TABLE "AppKeyRoles" """);
        client.DefaultRequestHeaders.Add("X-Request-Id", "my-request");
        using var answer = await client.GetAsync(new Uri(Feed, UriKind.Relative));

        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("unexpected", (await ErrorOf(answer)).GetProperty("code").GetString());
        Assert.Equal("my-request", answer.Headers.GetValues("X-Request-Id").Single());
        Assert.DoesNotContain("AppKeyRoles", text, StringComparison.Ordinal);
        Assert.DoesNotContain(" at ", text, StringComparison.Ordinal);
        var traceId = TraceId().Match(text).Groups["id"].Value;
        Assert.Contains(api.Web.Log.All, line => line.Contains(traceId, StringComparison.Ordinal) && line.Contains("AppKeyRoles", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_callers_send_is_in_no_line_of_the_log_at_any_level()
    {
        await using var api = await ApiStore.Open(
            settings: [("Logging:LogLevel:Default", "Trace"), ("Logging:LogLevel:Microsoft.AspNetCore", "Trace"), ("Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics", "Trace")]);
        var key = await api.MakeKey(new("ERP", [await api.MakeRole(Resource.ListOrders)], Side.Store, null, SecondCall.Default));
        using var answer = await api.With(key).GetAsync(new Uri($"{Feed}?q=Waldo&clientEmail=waldo@example.com&f_status=waldoing&waldo=1", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotImplemented, answer.StatusCode);
        Assert.Contains(api.Web.Log.All, line => line.Contains($"GET {Feed} (q clientEmail f_status waldo) by key:{key.AppKey}: 501", StringComparison.Ordinal));
        Assert.DoesNotContain(api.Web.Log.All, line => line.Contains(key.AppToken, StringComparison.Ordinal) || line.Contains("waldo@", StringComparison.OrdinalIgnoreCase) || line.Contains("=waldo", StringComparison.OrdinalIgnoreCase));
    }

    private static async Task Run(ApiStore api, string sql)
    {
        await using var connection = await api.Services.GetRequiredService<StoreSource>().OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<JsonElement> ErrorOf(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error");

    private static object? Some(ParameterInfo parameter) => parameter.ParameterType switch
    {
        { } type when type == typeof(string) => parameter.Name == "message" ? "It must be whole." : "field",
        { } type when type == typeof(Refused) => new Refused(Refusal.WrongStatus),
        { } type when type == typeof(System.Collections.Immutable.ImmutableArray<string>) => System.Collections.Immutable.ImmutableArray.Create("CancelAction"),
        { } type => Activator.CreateInstance(type),
    };

    private static void AssertComplete(ApiError error)
    {
        Assert.InRange(error.Status, 400, 599);
        Assert.Matches("^([a-z]+(-[a-z0-9]+)*|1|OMS[0-9]{3})$", error.Code);
        Assert.True(error.Message.Count(letter => letter == '.') >= 2, $"{error.Code} says one sentence only: {error.Message}");
        Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
    }

    [GeneratedRegex("trace id (?<id>[0-9a-f]{32})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TraceId();

    private sealed record Sent(string Name, int Count = 0, Line[]? Lines = null);

    private sealed record Line(int Price);
}
