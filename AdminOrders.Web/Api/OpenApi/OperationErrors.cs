using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AdminOrders.Core.Orders;
using AdminOrders.Web.Api.Cancellation;
using AdminOrders.Web.Api.Errors;
using AdminOrders.Web.Api.Fulfillment;
using Microsoft.OpenApi;

namespace AdminOrders.Web.Api.OpenApi;

/// <summary>The answers of an operation that are not success, each with the code and the words that it really has.</summary>
internal static class OperationErrors
{
    private const string TraceId = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static readonly ApiError[] Anywhere =
    [
        ApiErrors.Unauthorized(), ApiErrors.MissingResource([Resource.ViewOrder]), ApiErrors.TooManyRequests(seconds: 7), ApiErrors.Unexpected(TraceId),
        ApiErrors.Store(Core.Storage.StoreProblem.Unreachable, TraceId), ApiErrors.TooLarge(), ApiErrors.UnsupportedMediaType(),
    ];

    private static readonly ApiError[] BesideRules =
    [
        ApiErrors.NoPayment(), ApiErrors.NoReservation(), ApiErrors.ReservationOfOrder(), ApiErrors.LockIdTaken(), ApiErrors.NoStock(), ApiErrors.ReservationOver(),
        ApiErrors.ReservationNotConfirmed(), ApiErrors.ReservationsAreTheStores(), ApiErrors.NoJob(),
    ];

    private static readonly string[] NoOrders = ["reservationId", "warehouseId", "skuId", "jobId"];

    /// <summary>By status, each with one example for every code.</summary>
    public static IEnumerable<(string Status, OpenApiResponse Response)> Of(OperationText text) => ByStatus([.. Anywhere, .. All(text)], new PathString(text.Path));

    /// <summary>Those of an operation that is not here.</summary>
    public static IEnumerable<(string Status, OpenApiResponse Response)> OfNotOffered(PathString path) => ByStatus([.. Anywhere, ApiErrors.NotOffered()], path);

    private static IEnumerable<(string Status, OpenApiResponse Response)> ByStatus(IEnumerable<ApiError> all, PathString path) => all
        .GroupBy(error => error.Status)
        .OrderBy(errors => errors.Key)
        .Select(errors => (errors.Key.ToString(CultureInfo.InvariantCulture), Response([.. errors.DistinctBy(error => error.Code, StringComparer.Ordinal)], path)));

    private static IEnumerable<ApiError> All(OperationText text)
    {
        if (text.Parameters.Any(parameter => parameter.In == "path" && !NoOrders.Contains(parameter.Name)))
        {
            yield return ApiErrors.NotFound();
        }

        foreach (var error in OfBody(text).Concat(text.Refusals.Select(code => Refused(text.Id, code))))
        {
            yield return error;
        }
    }

    private static IEnumerable<ApiError> OfBody(OperationText text)
    {
        if (text.Request is { Example: JsonObject members })
        {
            yield return ApiErrors.Malformed(members.FirstOrDefault().Key);
        }
        else if (text.Parameters.Any(parameter => parameter.In == "query"))
        {
            yield return ApiErrors.Invalid(text.Parameters.First(parameter => parameter.In == "query").Name, "");
        }
    }

    // Some operations tell a refusal as VTEX does there, and some have refusals that the rules of orders do not know.
    private static ApiError Refused(string id, string code)
    {
        if (Array.Find(BesideRules, error => error.Code == code) is { } beside)
        {
            return beside;
        }

        var refused = new Refused(Enum.GetValues<Refusal>().Single(refusal => RefusalCodes.Of(refusal) == code));
        return id switch
        {
            "StartHandling" => StartHandlingOrder.Refuse(refused),
            "DenyCancellationRequest" => DenyRequest.Refuse(refused),
            _ => ApiErrors.Refused(refused),
        };
    }

    private static OpenApiResponse Response(IReadOnlyList<ApiError> errors, PathString path) => new()
    {
        Description = string.Join(", ", errors.Select(error => error.Code)),
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            [ApiError.MediaTypeUnder(path)] = new OpenApiMediaType
            {
                Schema = ExampleSchema.Of(Body(errors[0], path)),
                Examples = errors.ToDictionary(error => error.Code, IOpenApiExample (error) => new OpenApiExample { Value = Body(error, path) }, StringComparer.Ordinal),
            },
        },
    };

    private static JsonNode Body(ApiError error, PathString path) => JsonSerializer.SerializeToNode(error.BodyUnder(path, TraceId), JsonSerializerOptions.Web)!;
}
