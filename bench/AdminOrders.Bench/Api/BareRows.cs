using System.Buffers;
using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;
using Microsoft.AspNetCore.Http;

namespace AdminOrders.Bench.Api;

/// <summary>
/// The floor of a page by cursor that reads: a prepared statement on a connection for each request that is under way, and a JSON writer on the response.
/// No key, no filter, no limit, no count.
/// </summary>
/// <param name="store">The file.</param>
/// <param name="after">What follows the rows in an answer.</param>
internal sealed class BareRows(string store, byte[] after) : IDisposable
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private readonly StoreSource source = StoreSource.Recognize(store, "/");
    private readonly ConcurrentBag<Statement> free = [];

    /// <summary>Answers with the 50 orders behind that one.</summary>
    public async Task Answer(HttpContext context, long createdAt, long key)
    {
        if (!free.TryTake(out var statement))
        {
            statement = new Statement(source.OpenConnection());
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        Write(context.Response.BodyWriter, statement, createdAt, key);
        free.Add(statement);
        await context.Response.BodyWriter.FlushAsync();
    }

    public void Dispose()
    {
        foreach (var statement in free)
        {
            statement.Dispose();
        }

        source.Dispose();
    }

    private void Write(PipeWriter body, Statement statement, long createdAt, long key)
    {
        using var json = new Utf8JsonWriter(body, Writing);
        json.WriteStartObject();
        json.WriteStartArray("list"u8);
        statement.Write(json, createdAt, key);
        json.WriteEndArray();
        json.Flush();
        body.Write(after);
    }

    private sealed class Statement : IDisposable
    {
        private const string Sql = """
            SELECT "OrderId", "CreatedAt", "CustomerName", "Value", "PaymentNames", "Status", "MarketplaceOrderId", "Sequence", "SalesChannel", "AffiliateId", "Origin",
                "StatusDueAt", "EstimatedTo", "EstimatedFrom", "GiftListId", "GiftListType", "AuthorizedAt", "OperatorName", "Units", "Currency"
            FROM "Orders" WHERE ("CreatedAt", "Key") < (@createdAt, @key) ORDER BY "CreatedAt" DESC, "Key" DESC LIMIT 50
            """;

        private readonly RawRows rows;

        public Statement(DbConnection connection) => rows = new(connection, Sql);

        public void Write(Utf8JsonWriter json, long createdAt, long key)
        {
            rows.Bind(1, createdAt);
            rows.Bind(2, key);
            while (rows.Next())
            {
                WriteRow(json);
            }

            rows.Reset();
        }

        public void Dispose() => rows.Dispose();

        private void WriteRow(Utf8JsonWriter json)
        {
            var status = Encoding.UTF8.GetString(Text(5));
            json.WriteStartObject();
            json.WriteString("orderId"u8, Text(0));
            WriteInstant(json, "creationDate"u8, 1);
            json.WriteString("clientName"u8, Text(2));
            json.WriteNull("items"u8);
            json.WriteNumber("totalValue"u8, Number(3));
            json.WriteString("paymentNames"u8, Text(4));
            json.WriteString("status"u8, status);
            json.WriteString("statusDescription"u8, StatusText.Description(status));
            WriteTextOrNull(json, "marketPlaceOrderId"u8, 6);
            json.WriteString("sequence"u8, Text(7));
            json.WriteString("salesChannel"u8, Text(8));
            json.WriteString("affiliateId"u8, Text(9));
            json.WriteString("origin"u8, Text(10));
            json.WriteBoolean("workflowInErrorState"u8, Stages.Of(status) is Stage.Moving && !Stages.MovesOnByItself(status) && !IsNull(11));
            json.WriteBoolean("workflowInRetry"u8, false);
            json.WriteNull("lastMessageUnread"u8);
            WriteInstant(json, "ShippingEstimatedDate"u8, 12);
            WriteInstant(json, "ShippingEstimatedDateMax"u8, 12);
            WriteInstant(json, "ShippingEstimatedDateMin"u8, 13);
            json.WriteBoolean("orderIsComplete"u8, Stages.Of(status) is not Stage.Incomplete);
            WriteTextOrNull(json, "listId"u8, 14);
            WriteTextOrNull(json, "listType"u8, 15);
            WriteInstant(json, "authorizedDate"u8, 16);
            WriteTextOrNull(json, "callCenterOperatorName"u8, 17);
            json.WriteNumber("totalItems"u8, Number(18));
            json.WriteString("currencyCode"u8, Text(19));
            json.WriteEndObject();
        }

        private void WriteTextOrNull(Utf8JsonWriter json, ReadOnlySpan<byte> name, int column)
        {
            if (Text(column) is { Length: > 0 } text)
            {
                json.WriteString(name, text);
            }
            else
            {
                json.WriteNull(name);
            }
        }

        private void WriteInstant(Utf8JsonWriter json, ReadOnlySpan<byte> name, int column)
        {
            if (IsNull(column))
            {
                json.WriteNull(name);
                return;
            }

            Span<byte> text = stackalloc byte[33];
            new DateTimeOffset(Number(column), TimeSpan.Zero).TryFormat(text, out var written, "O", CultureInfo.InvariantCulture);
            json.WriteString(name, text[..written]);
        }

        private ReadOnlySpan<byte> Text(int column) => rows.Text(column);

        private long Number(int column) => rows.Number(column);

        private bool IsNull(int column) => rows.IsNull(column);
    }
}
