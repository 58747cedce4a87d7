using System.Net.Mime;
using System.Text.Encodings.Web;
using System.Text.Json;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Api.Access;
using AdminOrders.Web.Api.Errors;
using AdminOrders.Web.Api.Orders.Document;
using Microsoft.Net.Http.Headers;

namespace AdminOrders.Web.Api.Orders;

/// <summary>Answers orders whole, written straight into the response.</summary>
internal sealed class OrderAnswers(OrderRecords records, TimeProvider time)
{
    private const string BySequence = "seq";
    private const int ExpectedLength = 16 * 1024;

    /// <summary>How answers are written: they are JSON and nothing else, so letters stand for themselves.</summary>
    public static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The order of that id, or of a sequence (<c>seq501456</c>), where the caller may know of it; null: there is none.</summary>
    public async Task<OrderRecord?> FindAsync(string orderId, ApiCaller caller, CancellationToken cancellationToken)
    {
        var found = await records.Get(orderId, cancellationToken);
        if (found is null && orderId.StartsWith(BySequence, StringComparison.OrdinalIgnoreCase))
        {
            found = await records.BySequence(orderId[BySequence.Length..], cancellationToken);
        }

        return found is not null && IsOpenTo(found, caller) ? found : null;
    }

    /// <summary>The orders of that group which the caller may know of.</summary>
    public async Task<IReadOnlyList<OrderRecord>> FindGroupAsync(string orderGroup, ApiCaller caller, CancellationToken cancellationToken) =>
        [.. (await records.InGroup(orderGroup, cancellationToken)).Where(order => IsOpenTo(order, caller))];

    /// <summary>Answers with the order and its tag, or with 304 where the caller has it already; 404 where there is none.</summary>
    public async Task WriteAsync(HttpContext context, OrderRecord? order, Action<Utf8JsonWriter, OrderRecord, DateTimeOffset> write)
    {
        if (order is null)
        {
            await ApiErrors.NotFound().ExecuteAsync(context);
            return;
        }

        var now = time.GetUtcNow();
        var tag = OrderTag.Of(order, now);
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "private, no-cache";
        if (IsKnown(context.Request, tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await WriteJsonAsync(context, json => write(json, order, now));
    }

    /// <summary>Answers with these orders.</summary>
    public Task WriteGroupAsync(HttpContext context, IReadOnlyList<OrderRecord> orders)
    {
        if (orders.Count == 0)
        {
            return ApiErrors.NotFound().ExecuteAsync(context);
        }

        var now = time.GetUtcNow();
        return WriteJsonAsync(context, json =>
        {
            json.WriteStartArray();
            foreach (var order in orders)
            {
                OrderWriter.Write(json, new(order, OrderForm.OrderGroup, now));
            }

            json.WriteEndArray();
        });
    }

    /// <summary>Answers with what is written.</summary>
    public static async Task WriteJsonAsync(HttpContext context, Action<Utf8JsonWriter> write)
    {
        using var answer = new PooledBytes(ExpectedLength);
        using (var json = new Utf8JsonWriter(answer, Writing))
        {
            write(json);
        }

        await SendAsync(context, answer);
    }

    /// <summary>Answers with JSON that is written to its end: what fails before that is answered as a failure, and not with a beginning.</summary>
    public static async Task SendAsync(HttpContext context, PooledBytes json)
    {
        context.Response.ContentType = MediaTypeNames.Application.Json + "; charset=utf-8";
        context.Response.ContentLength = json.Written.Length;
        await context.Response.BodyWriter.WriteAsync(json.Written, context.RequestAborted);
    }

    // Nothing tells a caller that there is more.
    private static bool IsOpenTo(OrderRecord order, ApiCaller caller) => caller.Reaches(order.Description.AffiliateId, order.Facts.SellerId);

    private static bool IsKnown(HttpRequest request, string tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known)
        && known.Any(other => other.Equals(EntityTagHeaderValue.Any) || other.Compare(new EntityTagHeaderValue(tag), useStrongComparison: false));
}
