using System.Data.Common;
using AdminOrders.Core.Storage;

namespace AdminOrders.Bench;

/// <summary>The floor of a page: prepared statements, one connection, every column read once and thrown away.</summary>
internal sealed class RawPage : IDisposable
{
    private const int ReceiptColumn = 20;
    private readonly DbConnection connection;
    private readonly DbCommand page;
    private readonly DbCommand reason;

    /// <param name="condition">More to ask of a row, beginning with <c>AND</c>.</param>
    /// <param name="sort">One that has an index.</param>
    public RawPage(StoreSource source, int limit, string condition = "", OrderSort sort = OrderSort.CreatedAt)
    {
        connection = source.OpenConnection();
        var columns = ColumnsOf(sort);
        var parameters = columns.Select(column => $"@{column}").ToArray();
        page = Prepare(
            $"""
            SELECT "Key", "OrderId", "Sequence", "Status", "StatusBefore", "CreatedAt", "LastChangeAt", "CustomerName", "ProductCount",
                "Value", "Currency", "Origin", "SellerName", "PaymentNames", "CanceledFor", "CanceledBy", "CancelReasonLabelId",
                "OpenRequests", "RequestDueAt", "Position", "CancelReceipt"
            FROM "Orders" WHERE ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) < ({string.Join(", ", parameters)}){condition}
            ORDER BY {string.Join(", ", columns.Select(column => $"\"{column}\" DESC"))} LIMIT {limit}
            """, parameters);
        reason = Prepare("""SELECT "Value" FROM "HistoryTexts" WHERE "HistoryId" = @history AND "Name" = 'reason'""", "@history");
    }

    /// <summary>Reads the rows behind the place, in the order of creation, and says how many there are.</summary>
    public int Read(long createdAt, long key) => Read(new OrderPosition("", createdAt, key));

    /// <summary>Reads the rows behind the place and says how many there are.</summary>
    public int Read(OrderPosition place)
    {
        object[] values = page.Parameters.Count == 3 ? [place.Text, place.Number, place.Key] : [place.Number, place.Key];
        for (var at = 0; at < values.Length; at++)
        {
            page.Parameters[at].Value = values[at];
        }

        List<string> receipts = [];
        var count = 0;
        using (var rows = page.ExecuteReader())
        {
            for (; rows.Read(); count++)
            {
                ReadColumns(rows);
                if (!rows.IsDBNull(ReceiptColumn))
                {
                    receipts.Add(rows.GetString(ReceiptColumn));
                }
            }
        }

        foreach (var receipt in receipts)
        {
            reason.Parameters[0].Value = receipt;
            reason.ExecuteScalar();
        }

        return count;
    }

    public void Dispose() => connection.Dispose();

    private static string[] ColumnsOf(OrderSort sort) => sort switch
    {
        OrderSort.CreatedAt => ["CreatedAt", "Key"],
        OrderSort.Value => ["Value", "Key"],
        OrderSort.LastChangeAt => ["LastChangeAt", "Key"],
        OrderSort.Status => ["Status", "CreatedAt", "Key"],
        _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "It has no index of its own."),
    };

    private static void ReadColumns(DbDataReader rows)
    {
        for (var column = 0; column < ReceiptColumn; column++)
        {
            switch (column)
            {
                case 0 or 5 or 6 or 8 or 9 or 17 or 19:
                    rows.GetInt64(column);
                    break;
                case var _ when !rows.IsDBNull(column):
                    rows.GetString(column);
                    break;
            }
        }
    }

    private DbCommand Prepare(string sql, params string[] names)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in names)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        command.Prepare();
        return command;
    }
}
