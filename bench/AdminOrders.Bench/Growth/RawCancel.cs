using System.Data.Common;
using System.Globalization;
using AdminOrders.Core.Storage;

namespace AdminOrders.Bench.Growth;

/// <summary>The floor of a cancellation: the rows that were written for one order, written for another one that is like it.</summary>
internal sealed class RawCancel(StoreSource source) : IDisposable
{
    private static readonly Dictionary<string, string[]> Columns = WrittenRows.Tables.ToDictionary(table => table.Table, table => table.Columns, StringComparer.Ordinal);
    private readonly DbConnection reading = source.OpenConnection();
    private readonly RawLoop writing = new(source);

    /// <summary>Writes what <paramref name="models"/> got for <paramref name="orders"/>. One at a time: microseconds of each; else the slice's, shared by its orders.</summary>
    public List<double> Run(List<long> models, List<long> orders, int together)
    {
        var position = Number("""SELECT "Last" FROM "Positions" """);
        var rows = models.Zip(orders, (model, order) => Rekeyed(WrittenRows.Of(reading, model), order, ref position)).ToList();
        return together == 1
            ? rows.ConvertAll(row => writing.Run([row], [1]).TotalMicroseconds)
            : [writing.Run(rows, [.. rows.Chunk(together).Select(chunk => chunk.Length)]).TotalMicroseconds / rows.Count];
    }

    public void Dispose()
    {
        reading.Dispose();
        writing.Dispose();
    }

    private WrittenOrder Rekeyed(WrittenOrder model, long order, ref long position)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in model.Rows["History"])
        {
            ids.Add((string)row[1], Guid.CreateVersion7().ToString("N"));
            Set("History", row, "Position", ++position);
        }

        foreach (var (table, rows) in model.Rows)
        {
            rows.ForEach(row => Rekey(table, row, order, ids));
        }

        Set("Orders", model.Rows["Orders"][0], "Position", position);
        Fit(model, "Payments", "Payments", ("PaymentId", "Value", "Owed"), order);
        Fit(model, "Reservations", "Reservations", ("ReservationId", "Reserved", "Released"), order);
        Fit(model, "StockMovements", "Reservations", ("ReservationId", "Reserved", "Quantity"), order);
        return model;
    }

    private static void Rekey(string table, object[] row, long order, Dictionary<string, string> ids)
    {
        Set(table, row, table == "Orders" ? "Key" : "OrderKey", order);
        if (Array.IndexOf(Columns[table], "HistoryId") is var at and >= 0)
        {
            row[at] = ids[(string)row[at]];
        }
    }

    // The order's own payments and reservations, with all that they have given back; as many as the model has, or as there are.
    private void Fit(WrittenOrder model, string table, string parts, (string Id, string All, string GivenBack) columns, long order)
    {
        using var command = reading.CreateCommand();
        command.CommandText = $"""SELECT "{columns.Id}", "{columns.All}" FROM "{parts}" WHERE "OrderKey" = {order.ToString(CultureInfo.InvariantCulture)}""";
        using var own = command.ExecuteReader();
        foreach (var row in model.Rows[table].TakeWhile(_ => own.Read()))
        {
            Set(table, row, columns.Id, own.GetString(0));
            Set(table, row, columns.GivenBack, own.GetInt64(1));
        }
    }

    private static void Set(string table, object[] row, string column, object value) => row[Array.IndexOf(Columns[table], column)] = value;

    private long Number(string sql)
    {
        using var command = reading.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
