using System.Text.Json.Nodes;
using AdminOrders.Core.Orders;
using AdminOrders.Web.Api.Errors;
using Microsoft.OpenApi;

namespace AdminOrders.Web.Api.OpenApi;

/// <summary>The answers of an operation that are not success, each with the code and the words that it really has.</summary>
internal static class OperationErrors
{
    private const string TraceId = "4bf92f3577b34da6a3ce929d0e0e4736";

    /// <summary>By status, each with one example for every code.</summary>
    public static IEnumerable<(string Status, OpenApiResponse Response)> Of(OperationText text) => All(text)
        .GroupBy(error => error.Status)
        .OrderBy(errors => errors.Key)
        .Select(errors => (errors.Key.ToString(System.Globalization.CultureInfo.InvariantCulture), Response([.. errors.DistinctBy(error => error.Code, StringComparer.Ordinal)])));

    private static IEnumerable<ApiError> All(OperationText text)
    {
        yield return ApiErrors.Unauthorized();
        yield return ApiErrors.MissingResource([Resource.ViewOrder]);
        yield return ApiErrors.TooManyRequests(seconds: 7);
        yield return ApiErrors.Unexpected(TraceId);
        yield return ApiErrors.Store(Core.Storage.StoreProblem.Unreachable, TraceId);
        if (text.Parameters.Any(parameter => parameter.In == "path"))
        {
            yield return ApiErrors.NotFound();
        }

        foreach (var error in OfBody(text).Concat(text.Refusals.Select(Refused)))
        {
            yield return error;
        }
    }

    private static IEnumerable<ApiError> OfBody(OperationText text)
    {
        if (text.Request is { Example: JsonObject members })
        {
            yield return ApiErrors.Malformed(members.FirstOrDefault().Key);
            yield return ApiErrors.TooLarge();
            yield return ApiErrors.UnsupportedMediaType();
        }
        else if (text.Parameters.Any(parameter => parameter.In == "query"))
        {
            yield return ApiErrors.Invalid(text.Parameters.First(parameter => parameter.In == "query").Name, "");
        }
    }

    private static ApiError Refused(string code) =>
        ApiErrors.Refused(new Refused(Enum.GetValues<Refusal>().Single(refusal => RefusalCodes.Of(refusal) == code)));

    private static OpenApiResponse Response(IReadOnlyList<ApiError> errors) => new()
    {
        Description = string.Join(", ", errors.Select(error => error.Code)),
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            ["application/json"] = new OpenApiMediaType
            {
                Schema = ExampleSchema.Of(Envelope(errors[0])),
                Examples = errors.ToDictionary(error => error.Code, IOpenApiExample (error) => new OpenApiExample { Value = Envelope(error) }, StringComparer.Ordinal),
            },
        },
    };

    private static JsonObject Envelope(ApiError error) =>
        new() { ["error"] = new JsonObject { ["code"] = error.Code, ["message"] = error.Message, ["exception"] = null } };
}
