using System.Globalization;
using System.Net.Mime;
using System.Text.Encodings.Web;
using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Api.Errors;

namespace AdminOrders.Web.Api.Calls;

/// <summary>VTEX's receipt of a change.</summary>
/// <param name="Date">ISO 8601, when what the answer says was established.</param>
/// <param name="Id">The id of the history row that established it, 32 hex digits; null: none did.</param>
internal sealed record Receipt(string Date, string OrderId, [property: System.Text.Json.Serialization.JsonPropertyName("receipt")] string? Id);

/// <summary>
/// What a call that changes an order is answered: the status of the order in a header, whether it was a repetition, and the operation's own
/// body. When all of it is written, the workflow is told: only then may a second call to cancel be a confirmation.
/// </summary>
internal sealed record CallAnswer(OrderCall Call, Answer Answer) : IResult
{
    public const string StatusHeader = "AdminOrders-Order-Status";
    public const string RepeatHeader = "AdminOrders-Repeat";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string OrderId { get; init; } = "";

    /// <summary>Whether it asked to cancel.</summary>
    public bool Asks { get; init; }

    /// <summary>The HTTP status of a success.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    public bool HasReceipt { get; init; }

    /// <summary>How a refusal is told; a field is named as the sender writes it.</summary>
    public Func<Refused, ApiError> Refuse { get; init; } = ApiErrors.Refused;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        WriteHeaders(httpContext.Response.Headers);
        if (Answer.Decision is Refused refused)
        {
            await Refuse(refused).ExecuteAsync(httpContext);
            return;
        }

        httpContext.Response.StatusCode = Status;
        if (HasReceipt)
        {
            await httpContext.Response.WriteAsJsonAsync(ReceiptAt(httpContext), Json, MediaTypeNames.Application.Json, httpContext.RequestAborted);
        }

        await httpContext.Response.CompleteAsync();
        if (Asks && !httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.RequestServices.GetRequiredService<OrderWorkflow>().AnswerWritten(Call.Post);
        }
    }

    private void WriteHeaders(IHeaderDictionary headers)
    {
        if (Answer.Version > 0)
        {
            headers[StatusHeader] = InHeader(Answer.Status);
            headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{Answer.Version}\"");
        }

        if (Answer.Decision is Unchanged)
        {
            headers[RepeatHeader] = "true";
        }
    }

    // A status is open text; a header is not.
    private static string InHeader(string status) => status.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') ? status : Uri.EscapeDataString(status);

    private Receipt ReceiptAt(HttpContext context)
    {
        var at = Answer.Receipt?.At ?? context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return new(at.ToString("O", CultureInfo.InvariantCulture), OrderId, Answer.Receipt?.Receipt);
    }
}

/// <summary>What operations say of their answers.</summary>
internal static class CallAnswers
{
    /// <summary>With the receipt as its body.</summary>
    public static async Task<IResult> WithReceipt(this Task<CallAnswer> answer) => await answer with { HasReceipt = true };

    /// <summary>With no body.</summary>
    public static async Task<IResult> WithNothing(this Task<CallAnswer> answer, int status = StatusCodes.Status200OK) => await answer with { Status = status };

    /// <summary>Refusals are told by this instead.</summary>
    public static async Task<CallAnswer> Refusing(this Task<CallAnswer> answer, Func<Refused, ApiError> refuse) => await answer with { Refuse = refuse };

    /// <summary>Fields are named as the sender writes them.</summary>
    public static Task<CallAnswer> Naming(this Task<CallAnswer> answer, params (string Field, string AsSent)[] names) =>
        answer.Refusing(refused => ApiErrors.Refused(refused with { Field = Array.Find(names, name => name.Field == refused.Field).AsSent ?? refused.Field }));
}
